import { type InvalidEvent, type ReactNode, useState } from "react";

type Input = HTMLInputElement | HTMLTextAreaElement;

/** What stands below an input: what the browser finds wrong with it or, if nothing, the error. */
export function useInputMessage(error: ReactNode) {
  const [invalid, setInvalid] = useState<string | null>(null);
  return {
    message: invalid ?? error,
    onInvalid: (event: InvalidEvent<Input>) => setInvalid(explain(event)),
    clear: () => setInvalid(null),
  };
}

/** Replaces the browser's own bubble, which no style reaches and no page keeps. */
function explain(event: InvalidEvent<Input>): string {
  event.preventDefault();
  const input = event.currentTarget;
  if (input.form?.querySelector("input:invalid, textarea:invalid") === input) input.focus();
  const { valueMissing, typeMismatch } = input.validity;
  if (valueMissing) return "Fill this in.";
  if (typeMismatch && input.type === "email") return "Enter an address like name@example.com.";
  if (typeMismatch && input.type === "url") return "Enter a full URL that starts with https://";
  return input.title || input.validationMessage;
}
