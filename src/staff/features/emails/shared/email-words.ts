import type { Tables } from "../../../../lib/supabase/database.types";
import { emailKindLabels, unsentReasonLabels } from "../../../labels";

type Email = Tables<"emails">;

/** A subject is composed with the email's contents: until then it goes by its kind and employers. */
export function subjectOf(
  { subject, kind }: Pick<Email, "subject" | "kind">,
  schedules: { oci: { employer: { name: string } } }[],
): string {
  if (subject) return subject;
  const employers = new Set(schedules.map(({ oci }) => oci.employer.name));
  return [emailKindLabels[kind], [...employers].join(", ")].filter(Boolean).join(": ");
}

/** Why an email did not arrive: our own reason, and what the mail server said. */
export function failureOf(email: {
  unsent_reason: Email["unsent_reason"];
  last_error: string | null;
}): string | null {
  const { unsent_reason, last_error } = email;
  const reason = unsent_reason && unsentReasonLabels[unsent_reason];
  return [reason, last_error].filter(Boolean).join(" ") || null;
}
