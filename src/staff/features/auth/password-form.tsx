import { ErrorBanner } from "../../../shared/forms/error-banner";
import { useForm } from "../../../shared/forms/use-form";
import { Button } from "../../../ui/buttons/button";
import { TextField } from "../../../ui/fields/text-field";

export interface Credentials {
  email: string;
  password: string;
}

interface PasswordFormProps {
  signIn: (credentials: Credentials) => Promise<unknown>;
  /** Set when someone must sign in again as themselves. */
  email?: string;
}

export function PasswordForm({ signIn, email }: PasswordFormProps) {
  const form = useForm({
    initial: { email: email ?? "", password: "" },
    save: (values) => signIn({ ...values, email: values.email.trim() }),
  });

  return (
    <form ref={form.ref} onSubmit={form.submit} className="flex flex-col gap-4">
      <ErrorBanner error={form.formError} />
      <TextField
        label="Email address"
        type="email"
        autoComplete="username"
        {...form.field("email")}
        readOnly={email !== undefined}
        required
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        {...form.field("password")}
        required
      />
      <Button type="submit" variant="primary" isPending={form.isPending}>
        Sign in
      </Button>
    </form>
  );
}
