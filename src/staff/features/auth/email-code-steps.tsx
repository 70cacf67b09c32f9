import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { explainError } from "../../../lib/errors/explain-error";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
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
  const next = useNext();
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: sendCode,
    onSuccess: (_, email) => setSentTo(email),
  });
  const enter = useMutation({ mutationFn: (code: string) => enterCode(sentTo ?? "", code) });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    enter.reset();
    send.mutate(email.trim());
  }

  if (sentTo) {
    return (
      <CodeForm
        email={sentTo}
        action={action}
        onSubmit={(code) => enter.mutate(code)}
        isPending={enter.isPending}
        error={enter.error}
        onBack={() => setSentTo(null)}
      />
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {send.isError && <Banner tone="danger">{explainError(send.error)}</Banner>}
      <TextField
        label="Email address"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        required
      />
      <Button type="submit" variant="primary" isPending={send.isPending}>
        Email me a code
      </Button>
      <Link className="link text-sm" to={paths.signIn(next)}>
        Sign in with a password
      </Link>
    </form>
  );
}
