import { z } from "zod";
import { tame } from "./placeholders.ts";

const words = z.string().transform(tame);

const place = {
  time_zone: z.string(),
  format: z.enum(["in_person", "virtual"]),
  video: z.enum(["in_app", "external"]).nullable(),
  location: words.nullable(),
  meeting_url: words.nullable(),
};

const facts = z.object({
  ...place,
  on_date: z.string(),
  slots: z.array(z.tuple([z.int(), z.int()])),
});

const slot = z.object({
  kind: z.enum(["interview", "break"]),
  label: words.nullable(),
  starts_at: z.string(),
  ends_at: z.string(),
});

/** Key, start and end of a calendar entry, in seconds since 1970. */
const calendarEntry = z.tuple([z.int(), z.int(), z.int()]);

/** The office's own, with fields such as {{first_name}}; null is the standard one. */
export const officeWords = z.object({
  subject: z.string().nullable(),
  introduction: z.string().nullable(),
  closing: z.string().nullable(),
});

const schedule = z.object({
  ...place,
  id: z.uuid(),
  employer: words,
  position: words.nullable(),
  posting_id: z.uuid().nullable(),
  posting_url: words.nullable(),
  starts_at: z.string(),
  ends_at: z.string(),
  slots: z.array(slot),
  /** Against what the person was last notified of; removed: they have no part in it any more. */
  state: z.enum(["new", "changed", "canceled", "removed", "up_to_date"]),
  facts: facts.nullable(),
  before: facts.nullable(),
  sequence: z.int(),
  events: z.array(calendarEntry),
  dropped: z.array(calendarEntry),
});

export const emailKind = z.enum([
  "interview_link",
  "interview_link_request",
  "schedule",
  "student_link",
  "student_link_request",
  "change",
  "cancellation",
  "reminder",
  "overview",
]);

/** What claim_emails says of one email: all that it is rendered from. */
export const emailPayload = z.object({
  email_id: z.uuid(),
  // Stamps the calendar file: every attempt must make the same one, or an idempotency key is refused.
  created_at: z.string(),
  audience: z.enum(["interviewer", "student"]),
  kind: emailKind,
  words: officeWords.nullable(),
  person_id: z.uuid(),
  /** The interviewer's; null for a student. */
  employer: words.nullable(),
  to: z.object({ name: words, email: z.string() }),
  school: z.object({
    school_name: words,
    office_name: words,
    sender_name: words,
    sender_email: z.string(),
    reply_to: z.string().nullable(),
    support_email: words,
    support_phone: words.nullable(),
    has_logo: z.boolean(),
    accent_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  link: z.object({ id: z.uuid(), version: z.int() }),
  schedules: z.array(schedule),
});

export type EmailPayload = z.infer<typeof emailPayload>;
export type School = EmailPayload["school"];
export type EmailSchedule = z.infer<typeof schedule>;

/** What an email says, without whom it goes to. */
export type EmailContent = Pick<
  EmailPayload,
  "kind" | "audience" | "employer" | "words" | "school" | "schedules"
> & {
  /** Above everything: what is to be known of this copy of it. */
  note?: string;
};

/** Whether the person still takes part in it. */
export const isHeld = ({ state }: EmailSchedule): boolean =>
  state !== "canceled" && state !== "removed";
