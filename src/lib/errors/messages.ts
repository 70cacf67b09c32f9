import { type DomainError, toDomainError } from "./domain-error";
import { directoryMessages } from "./messages/directory";
import { documentMessages } from "./messages/documents";
import { emailMessages } from "./messages/emails";
import { fileMessages, importMessages } from "./messages/import";
import { type ErrorMessage, say } from "./messages/message";
import { officeWordMessages } from "./messages/office-words";
import { overviewMessages } from "./messages/overview";
import { patternMessages } from "./messages/patterns";
import { scheduleMessages } from "./messages/schedules";
import { signInMessages } from "./messages/sign-in";
import { slotMessages } from "./messages/slots";

const generalMessages: Record<string, ErrorMessage> = {
  not_found: say(({ what }: { what: string }) => `This ${what} no longer exists.`),
  still_in_use: say("This is still in use, so it cannot be removed."),
};

/** Every code that SQL refuses with, constraints' names included, and those of Auth and of the pages themselves. */
export const errorMessages: Record<string, ErrorMessage> = {
  ...generalMessages,
  ...directoryMessages,
  ...documentMessages,
  ...emailMessages,
  ...fileMessages,
  ...importMessages,
  ...officeWordMessages,
  ...overviewMessages,
  ...patternMessages,
  ...scheduleMessages,
  ...signInMessages,
  ...slotMessages,
};

/** Keys that no form can offend by itself: someone else was faster, or a row is gone. */
const bySuffix: [suffix: string, message: string][] = [
  ["_fkey", "Something that this refers to no longer exists. Reload the page."],
  ["_pkey", "This already exists."],
  ["_key", "This already exists."],
  ["_not_null", "Something that is required is missing."],
];

/** The words for a refusal; null where there are none. */
export function messageFor(thrown: unknown): string | null {
  const { code, params } = refusalIn(thrown);
  const message = errorMessages[code]?.message;
  if (typeof message === "function") return message(params as never);
  return message ?? bySuffix.find(([suffix]) => code.endsWith(suffix))?.[1] ?? null;
}

/** The field of a form that was refused: one of those that it has. */
export function fieldOf(thrown: unknown, has: (name: string) => boolean): string | null {
  return errorMessages[refusalIn(thrown).code]?.fields.find(has) ?? null;
}

function refusalIn(thrown: unknown): Pick<DomainError, "code" | "params"> {
  const { code = "", params = {} } = (toDomainError(thrown) ?? {}) as Partial<DomainError>;
  return { code, params };
}
