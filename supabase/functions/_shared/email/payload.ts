import { z } from "zod";
import { tame } from "./placeholders.ts";

const words = z.string().transform(tame);

const slot = z.object({
  kind: z.enum(["interview", "break"]),
  label: words.nullable(),
  starts_at: z.string(),
  ends_at: z.string(),
});

const schedule = z.object({
  id: z.uuid(),
  position: words.nullable(),
  posting_id: z.uuid().nullable(),
  posting_url: words.nullable(),
  time_zone: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  format: z.enum(["in_person", "virtual"]),
  video: z.enum(["in_app", "external"]).nullable(),
  location: words.nullable(),
  revision: z.int(),
  slots: z.array(slot),
});

const email = z.object({
  email_id: z.uuid(),
  // Stamps the calendar file: every attempt must make the same one, or an idempotency key is refused.
  created_at: z.string(),
  to: z.object({ name: words, email: z.string() }),
  school: z.object({
    school_name: words,
    office_name: words,
    sender_name: words,
    sender_email: z.string(),
    reply_to: z.string().nullable(),
    support_email: words,
    support_phone: words.nullable(),
  }),
  link: z.object({ id: z.uuid(), version: z.int() }),
});

const interviewerEmail = email.extend({
  kind: z.enum(["interview_link", "interview_link_request"]),
  employer: words,
  schedules: z.array(schedule),
});

const interview = z.object({
  schedule_id: z.uuid(),
  employer: words,
  position: words.nullable(),
  time_zone: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  format: z.enum(["in_person", "virtual"]),
  video: z.enum(["in_app", "external"]).nullable(),
  location: words.nullable(),
  revision: z.int(),
  /** changed: since the email before; canceled: notified before, and now canceled. */
  state: z.enum(["new", "changed", "canceled"]),
});

const studentEmail = email.extend({
  kind: z.enum(["student_link", "student_link_request"]),
  interviews: z.array(interview),
});

/** What claim_emails says of one email: all that it is rendered from. */
export const emailPayload = z.discriminatedUnion("kind", [interviewerEmail, studentEmail]);

export type EmailPayload = z.infer<typeof emailPayload>;
export type School = EmailPayload["school"];
export type InterviewerEmail = z.infer<typeof interviewerEmail>;
export type EmailSchedule = z.infer<typeof schedule>;
export type StudentEmail = z.infer<typeof studentEmail>;
export type EmailInterview = z.infer<typeof interview>;
