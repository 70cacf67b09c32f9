import { explainFailure } from "./explain-failure";
import { DomainError } from "./rpc-result";

const byCode: Record<string, string> = {
  "42501":
    "This was refused. If you were just signed out, repeat it; else ask an admin of the career office.",
  "23503": "Something still refers to this, so it cannot be removed.",
  "23505": "This exists already.",
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
};

interface ErrorLike {
  code?: string;
  status?: number;
}

/** What happened and what to do next, in a sentence or two for the person at the screen. */
export function explainError(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const { code, status } = (error ?? {}) as ErrorLike;
  return byCode[code ?? ""] ?? byStatus[status ?? 0] ?? explainFailure(error);
}
