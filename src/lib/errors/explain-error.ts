import { explainFailure } from "./explain-failure";
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
  const { code, status } = (error ?? {}) as ErrorLike;
  return messageFor(error) ?? byCode[code ?? ""] ?? byStatus[status ?? 0] ?? explainFailure(error);
}
