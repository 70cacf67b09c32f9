import type { Enums } from "../lib/supabase/database.types";

// What the enums' values are called on every page of the staff app, in Activity and in CSV files.

export const outcomeLabels: Record<Enums<"slot_outcome">, string> = {
  completed: "Completed",
  student_no_show: "Student no-show",
  interviewer_no_show: "Interviewer no-show",
  technical_failure: "Technical failure",
};

export const applicationStatusLabels: Record<Enums<"application_status">, string> = {
  preselected: "Preselected",
  alternate: "Alternate",
  declined: "Declined",
};

/** Above those who have the status. */
export const applicantGroupLabels: Record<Enums<"application_status">, string> = {
  ...applicationStatusLabels,
  alternate: "Alternates",
};

export const staffRoleLabels: Record<Enums<"staff_role">, string> = {
  admin: "Admin",
  viewer: "Viewer",
};

export const emailKindLabels: Record<Enums<"email_kind">, string> = {
  interview_link: "Interview Link",
  interview_link_request: "Interview Link on request",
  schedule: "Schedule",
  student_link: "Student’s link",
  student_link_request: "Student’s link on request",
  change: "Change",
  cancellation: "Cancellation",
  reminder: "Reminder",
  overview: "Recruiter’s overview",
};

export const emailStatusLabels: Record<Enums<"email_status">, string> = {
  queued: "Queued",
  sending: "Sending",
  sent: "Sent",
  delivered: "Delivered",
  delayed: "Delayed",
  bounced: "Bounced",
  complained: "Marked as spam",
  failed: "Failed",
  uncertain: "Possibly sent",
  canceled: "Not needed",
};

/** What Email Activity counts together. */
export const emailStatusGroupLabels: Record<Enums<"email_status_group">, string> = {
  sent: "Sent or delivered",
  waiting: "Waiting",
  attention: "Needs attention",
  canceled: emailStatusLabels.canceled,
};

export const unsentReasonLabels: Record<Enums<"unsent_reason">, string> = {
  nothing_to_send:
    "Not sent: there was nothing left to say. What had changed was undone, the schedule was canceled or is no longer released, or the person was removed from it, archived or given another email address.",
  gave_up: "Not sent after several attempts.",
  called_off: "Not sent: a staff member decided so.",
  suppressed:
    "Not sent: an earlier email to this address bounced or was marked as spam. Correct the address, or allow emails to it.",
  recently_notified: "Not sent: another email went to them within the last three hours.",
};

export const emailEventLabels: Record<Enums<"email_event_type">, string> = {
  queued: "Queued",
  sending: "Handed to the mail server",
  deferred: "Deferred; will try again",
  sent: "Accepted by the mail server",
  failed: "Failed",
  uncertain: "No answer: possibly sent",
  canceled: "Not sent: no longer needed",
  delivered: "Delivered",
  delayed: "Delivery delayed",
  bounced: "Bounced",
  complained: "Marked as spam",
};

type Label<Value extends string> = { id: Value; label: string };

/** The same as the options of a menu or a group of radio buttons, in their order. */
export const optionsOf = <Value extends string>(labels: Record<Value, string>): Label<Value>[] =>
  (Object.keys(labels) as Value[]).map((id) => ({ id, label: labels[id] }));
