import { useState } from "react";
import { Button } from "../ui/buttons/button";
import type { ButtonSize } from "../ui/buttons/button-class";
import { Banner } from "../ui/feedback/banner";
import { TextField } from "../ui/fields/text-field";
import { ErrorBanner } from "./forms/error-banner";
import { useForm } from "./forms/use-form";

interface RequestLinkFormProps {
  onRequest: (email: string) => Promise<unknown>;
  size?: ButtonSize;
}

/** "Email me my Interview Link": the answer is the same for every address. */
export function RequestLinkForm({ onRequest, size }: RequestLinkFormProps) {
  const [isSent, setSent] = useState(false);
  const form = useForm({
    initial: { email: "" },
    save: ({ email }) => onRequest(email.trim()),
    onSaved: () => setSent(true),
  });

  if (isSent) {
    return (
      <Banner tone="success" title="Check your inbox">
        If this address belongs to an interviewer with a schedule today or later, an email with the
        Interview Link arrives within a few minutes. Look in the spam folder too.
      </Banner>
    );
  }
  return (
    <form ref={form.ref} onSubmit={form.submit} className="flex flex-col gap-3">
      <ErrorBanner error={form.formError} />
      <TextField
        label="Your email address"
        type="email"
        autoComplete="email"
        {...form.field("email")}
        required
        maxLength={254}
      />
      <Button type="submit" size={size} isPending={form.isPending} className="self-start">
        Email me my Interview Link
      </Button>
    </form>
  );
}
