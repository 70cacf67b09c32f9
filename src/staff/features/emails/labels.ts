import type { Enums } from "../../../lib/supabase/database.types";

export const kindLabels: Record<Enums<"email_kind">, string> = {
  interview_link: "Interview Link",
  interview_link_request: "Interview Link on request",
  student_link: "Student’s link",
  student_link_request: "Student’s link on request",
};

export const isToStudent = ({ kind }: { kind: Enums<"email_kind"> }) =>
  kind === "student_link" || kind === "student_link_request";

export const eventLabels: Record<Enums<"email_event_type">, string> = {
  queued: "Queued",
  sending: "Handed to the mail server",
  deferred: "Put off, to be tried again",
  sent: "Accepted by the mail server",
  failed: "Failed",
  uncertain: "Connection lost: perhaps sent",
  delivered: "Delivered",
  delayed: "Delayed on the way",
  bounced: "Bounced",
  complained: "Marked as spam",
};
