import { useState } from "react";
import { Link } from "react-router";
import { paths } from "../../../paths";
import { ErrorBanner } from "../../../shared/forms/error-banner";
import { useForm } from "../../../shared/forms/use-form";
import { Button } from "../../../ui/buttons/button";
import { TextField } from "../../../ui/fields/text-field";
import { CodeForm } from "./code-form";
import { useNext } from "./use-sign-in";

interface EmailCodeStepsProps {
  sendCode: (email: string) => Promise<void>;
  enterCode: (email: string, code: string) => Promise<void>;
  action: string;
}

/** Two steps: an email address, then the code that was sent to it. */
export function EmailCodeSteps({ sendCode, enterCode, action }: EmailCodeStepsProps) {
  const [email, setEmail] = useState("");
  const [isSent, setSent] = useState(false);
  if (isSent) {
    return (
      <CodeForm
        email={email}
        action={action}
        enterCode={(code) => enterCode(email, code)}
        onBack={() => setSent(false)}
      />
    );
  }
  return (
    <EmailForm
      email={email}
      sendCode={sendCode}
      onSent={(address) => {
        setEmail(address);
        setSent(true);
      }}
    />
  );
}

interface EmailFormProps {
  email: string;
  sendCode: (email: string) => Promise<void>;
  onSent: (email: string) => void;
}

function EmailForm({ email, sendCode, onSent }: EmailFormProps) {
  const next = useNext();
  const form = useForm({
    initial: { email },
    save: (values) => sendCode(values.email.trim()),
    onSaved: (_, values) => onSent(values.email.trim()),
  });
  return (
    <form ref={form.ref} onSubmit={form.submit} className="flex flex-col gap-4">
      <ErrorBanner error={form.formError} />
      <TextField
        label="Email address"
        type="email"
        autoComplete="username"
        {...form.field("email")}
        required
      />
      <Button type="submit" variant="primary" isPending={form.isPending}>
        Email me a code
      </Button>
      <Link className="link text-sm" to={paths.signIn(next)}>
        Sign in with a password
      </Link>
    </form>
  );
}
