import type { FormEvent } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { TextField } from "../../../ui/fields/text-field";

export interface Credentials {
  email: string;
  password: string;
}

interface PasswordFormProps {
  onSubmit: (credentials: Credentials) => void;
  isPending: boolean;
  error: unknown;
  /** Set when someone must sign in again as themselves. */
  email?: string;
}

export function PasswordForm({ onSubmit, isPending, error, email }: PasswordFormProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit({ email: String(form.get("email")).trim(), password: String(form.get("password")) });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {error != null && <Banner tone="danger">{explainError(error)}</Banner>}
      <TextField
        label="Email address"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        readOnly={email !== undefined}
        required
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        Sign in
      </Button>
    </form>
  );
}
