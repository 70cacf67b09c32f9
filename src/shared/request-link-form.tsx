import { type FormEvent, useState } from "react";
import { Button } from "../ui/buttons/button";
import type { ButtonSize } from "../ui/buttons/button-class";
import { Banner } from "../ui/feedback/banner";
import { TextField } from "../ui/fields/text-field";

interface RequestLinkFormProps {
  onRequest: (email: string) => Promise<unknown>;
  explain: (error: unknown) => string;
  size?: ButtonSize;
}

/** "Email me my Interview Link": the answer is the same for every email address. */
export function RequestLinkForm({ onRequest, explain, size }: RequestLinkFormProps) {
  const [state, setState] = useState<"ready" | "sending" | "sent">("ready");
  const [error, setError] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email")).trim();
    setState("sending");
    setError(null);
    try {
      await onRequest(email);
      setState("sent");
    } catch (failure) {
      setState("ready");
      setError(explain(failure));
    }
  }

  if (state === "sent") {
    return (
      <Banner tone="success" title="Check your inbox">
        If this address belongs to an interviewer with a schedule today or later, an email with the
        Interview Link arrives within a few minutes. Look in the spam folder too.
      </Banner>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      {error && <Banner tone="danger">{error}</Banner>}
      <TextField
        label="Your email address"
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
      />
      <Button type="submit" size={size} isPending={state === "sending"} className="self-start">
        Email me my Interview Link
      </Button>
    </form>
  );
}
