import type { FormEvent } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { TextField } from "../../../ui/fields/text-field";

interface CodeFormProps {
  email: string;
  action: string;
  onSubmit: (code: string) => void;
  isPending: boolean;
  error: unknown;
  onBack: () => void;
}

export function CodeForm({ email, action, onSubmit, isPending, error, onBack }: CodeFormProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code"));
    onSubmit(code.replaceAll(/\s/g, ""));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {error == null ? (
        <Banner>
          If {email} has an account, a 6-digit code is on its way. It works for a short time only.
        </Banner>
      ) : (
        <Banner tone="danger">{explainError(error)}</Banner>
      )}
      <TextField
        label="Code from the email"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\s*(\d\s*){6}"
        title="The code has 6 digits."
        required
        autoFocus
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isPending={isPending}>
          {action}
        </Button>
        <Button variant="quiet" onClick={onBack}>
          Another code or address
        </Button>
      </div>
    </form>
  );
}
