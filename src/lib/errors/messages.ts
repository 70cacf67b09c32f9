import { DomainError, toDomainError } from "./domain-error";
import { directoryMessages } from "./messages/directory";
import { documentMessages } from "./messages/documents";
import { fileMessages, importMessages } from "./messages/import";
import { patternMessages } from "./messages/patterns";
import { type ErrorMessage, say } from "./messages/message";
import { scheduleMessages } from "./messages/schedules";
import { slotMessages } from "./messages/slots";

const generalMessages: Record<string, ErrorMessage> = {
  not_found: say(({ what }: { what: string }) => `This ${what} no longer exists.`),
  still_in_use: say("This is still in use, so it cannot be removed."),
};

/** Every code that SQL refuses with, constraints' names included, and those of the pages themselves. */
export const errorMessages: Record<string, ErrorMessage> = {
  ...generalMessages,
  ...directoryMessages,
  ...documentMessages,
  ...fileMessages,
  ...importMessages,
  ...patternMessages,
  ...scheduleMessages,
  ...slotMessages,
};

/** Keys that no form can offend by itself: someone else was faster, or a row is gone. */
const bySuffix: [suffix: string, message: string][] = [
  ["_fkey", "Something that this refers to no longer exists. Reload the page."],
  ["_pkey", "This already exists."],
  ["_key", "This already exists."],
  ["_not_null", "Something that is required is missing."],
];

/** The words for a refusal; null for a code that has none. */
export function messageFor({ code, params }: Pick<DomainError, "code" | "params">): string | null {
  const message = errorMessages[code]?.message;
  if (typeof message === "function") return message(params as never);
  return message ?? bySuffix.find(([suffix]) => code.endsWith(suffix))?.[1] ?? null;
}

/** The field of a form that was refused, by the name of its column or parameter. */
export function fieldOf(thrown: unknown): string | null {
  const error = toDomainError(thrown);
  return error instanceof DomainError ? (errorMessages[error.code]?.field ?? null) : null;
}

export function problemAt(error: unknown, field: string): string | null {
  return error instanceof DomainError && fieldOf(error) === field ? messageFor(error) : null;
}
