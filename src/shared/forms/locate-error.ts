import { DomainError } from "../../lib/errors/rpc-result";

const fieldByCode: Record<string, string> = {
  otp_expired: "code",
  same_password: "password",
  weak_password: "password",
};

/** The field of a form that was refused, by the name of its column or parameter. */
export function fieldOf(error: unknown): string | null {
  if (error instanceof DomainError) return error.problem.field;
  return fieldByCode[(error as { code?: string } | null)?.code ?? ""] ?? null;
}

/** Whether a person or location is taken at that time. */
export const isDoubleBooking = (error: unknown): boolean =>
  error instanceof DomainError && Boolean(error.problem.schedule_id) && !error.problem.href;
