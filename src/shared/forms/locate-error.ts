import { DomainError } from "../../lib/errors/rpc-result";
import { paths } from "../../paths";

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

interface ErrorLink {
  label: string;
  href: string;
  /** Why the two collide, where a title says so. */
  title?: string;
}

/** The page of what is in the way. */
export function linkOf(error: unknown): ErrorLink | null {
  if (!(error instanceof DomainError)) return null;
  const { href, schedule_id } = error.problem;
  if (href) return { label: "Open", href };
  if (!schedule_id) return null;
  return {
    label: "Open that schedule",
    href: paths.schedule(schedule_id),
    title: "Double booking",
  };
}
