import { ErrorBanner } from "../../../shared/forms/error-banner";
import { useForm } from "../../../shared/forms/use-form";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { TextField } from "../../../ui/fields/text-field";

interface CodeFormProps {
  email: string;
  action: string;
  enterCode: (code: string) => Promise<void>;
  onBack: () => void;
}

export function CodeForm({ email, action, enterCode, onBack }: CodeFormProps) {
  const form = useForm({
    initial: { code: "" },
    save: ({ code }) => enterCode(code.replaceAll(/\s/g, "")),
  });

  return (
    <form ref={form.ref} onSubmit={form.submit} className="flex flex-col gap-4">
      {form.error == null && (
        <Banner>If {email} has an account, a 6-digit code is on its way. It expires soon.</Banner>
      )}
      <ErrorBanner error={form.formError} />
      <TextField
        label="Code from the email"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\s*(\d\s*){6}"
        title="The code has 6 digits."
        {...form.field("code")}
        required
        autoFocus
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isPending={form.isPending}>
          {action}
        </Button>
        <Button variant="quiet" onClick={onBack}>
          Another code or address
        </Button>
      </div>
    </form>
  );
}
