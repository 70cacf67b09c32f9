import { DomainError, toDomainError } from "./domain-error";
import { messageFor } from "./messages";

const byCode: Record<string, string> = {
  "42501":
    "This was refused. If you were just signed out, repeat it; else ask an admin of the career office.",
  "40001": "Someone changed the same thing at this moment. Try again.",
  "40P01": "Someone changed the same thing at this moment. Try again.",
  "57014": "This took too long. Try again, or choose less at once.",
  PGRST116: "This is no longer there. Someone may have removed it.",
  PGRST301: "Your session has ended. Sign in again, then repeat this.",
  PGRST303: "Your session has ended. Sign in again, then repeat this.",
  invalid_credentials:
    "The email address or the password is not right. Try again, or have a code emailed to you.",
  email_not_confirmed: "This email address is not confirmed yet. Use the link in the invitation.",
  otp_expired: "This code is wrong or has run out. Use the newest email, or send another code.",
  same_password: "This is your present password. Choose another one.",
  weak_password: "This password is too easy to guess. Make it longer.",
  session_not_found: "Your session has ended. Sign in again, then repeat this.",
};

const byStatus: Record<number, string> = {
  401: "Your session has ended. Sign in again, then repeat this.",
  403: "Your account may not do this. Ask an admin of the career office.",
  429: "Too many tries in a short time. Wait a minute, then try again.",
};

interface ErrorLike {
  code?: string;
  status?: number;
  message?: string;
}

/** The page's own code is no longer on the server: a newer version is. */
export function isOutdatedPage(error: unknown): boolean {
  const { message = "" } = (error ?? {}) as ErrorLike;
  return /dynamically imported module|importing a module script|unable to preload/i.test(message);
}

/** What happened and what to do next, in a sentence or two for the person at the screen. */
export function explainError(thrown: unknown): string {
  const error = toDomainError(thrown);
  const words = error instanceof DomainError && messageFor(error);
  if (words) return words;
  const { code, status, message = "" } = (error ?? {}) as ErrorLike;
  const known = byCode[code ?? ""] ?? byStatus[status ?? 0];
  if (known) return known;
  if (isOutdatedPage(error) && navigator.onLine) {
    return "A newer version of this page is out, or the connection was lost. Load the page again.";
  }
  if (!navigator.onLine) return "You are offline. Connect to the internet, then try again.";
  if (/fetch|network|load failed|timed out/i.test(message)) {
    return "The server could not be reached. Check your connection, then try again.";
  }
  return "Something went wrong on our side. Try again; if it stays, tell the career office.";
}
