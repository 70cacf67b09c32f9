import { type EmailPayload, emailKind, emailPayload } from "../email/payload.ts";

/** All that people type and that an email says. */
export const harmless = {
  name: "Priya Raman",
  employer: "Northwind LLP",
  position: "Summer Associate",
  postingUrl: "https://jobs.northwind.example/12",
  location: "Room 204",
  earlierLocation: "Room 100",
  meetingUrl: "https://meet.northwind.example/day",
  label: "Lunch",
  schoolName: "State University",
  officeName: "Career Services",
  senderName: "Career Office",
  phone: "+1 212 555 0100",
  subject: "{{school}}: {{summary}}",
  introduction: "Dear {{first_name}},\n\nwelcome to {{office}}.",
  closing: "See you at {{employer}}, {{full_name}}.",
};

export type Typed = typeof harmless;

/** The office that the emails come from. */
export const school = {
  school_name: harmless.schoolName,
  office_name: harmless.officeName,
  sender_name: "Career Services",
  sender_email: "careers@state.example",
  reply_to: null as string | null,
  support_email: "careers@state.example",
  support_phone: harmless.phone as string | null,
  has_logo: false,
  accent_color: "#4a4bb5",
};

type Kind = EmailPayload["kind"];
type Audience = EmailPayload["audience"];

const bothAudiences: Kind[] = ["change", "cancellation", "reminder"];

/** Every kind of email with each audience that gets it. */
export const kinds: [Kind, Audience][] = emailKind.options.flatMap((kind): [Kind, Audience][] => {
  if (bothAudiences.includes(kind))
    return [
      [kind, "interviewer"],
      [kind, "student"],
    ];
  return [[kind, kind.startsWith("student") ? "student" : "interviewer"]];
});

export interface Options {
  typed?: Typed;
  /** How many schedules, in turn in person and by external video. */
  days?: number;
  /** Their time zones, in turn. */
  zones?: string[];
  /** Interviews of each, with a break after the first. */
  interviews?: number;
  /** Whether the office has words of its own. */
  ownWords?: boolean;
  hasLogo?: boolean;
}

const firstDay = Date.parse("2026-11-24T14:30:00Z") / 1000;
const half = 1800;
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

export function payloadOf(kind: Kind, audience: Audience, options: Options = {}): EmailPayload {
  const { typed = harmless, days = 2, ownWords = false, hasLogo = false } = options;
  const count = kind === "overview" ? 0 : days;
  const { subject, introduction, closing } = typed;
  return emailPayload.parse({
    email_id: uuid(1),
    created_at: "2026-11-20T12:00:00Z",
    kind,
    audience,
    words: ownWords ? { subject, introduction, closing } : null,
    person_id: uuid(2),
    employer: audience === "interviewer" ? typed.employer : null,
    to: { name: typed.name, email: "priya@northwind.example" },
    school: {
      ...school,
      school_name: typed.schoolName,
      office_name: typed.officeName,
      sender_name: typed.senderName,
      reply_to: "office@state.example",
      support_email: "help@state.example",
      support_phone: typed.phone,
      has_logo: hasLogo,
    },
    link: { id: uuid(3), version: 1 },
    schedules: Array.from({ length: count }, (_, n) => scheduleOf(kind, n, typed, options)),
  });
}

const states: Partial<Record<Kind, EmailPayload["schedules"][number]["state"]>> = {
  change: "changed",
  cancellation: "canceled",
  reminder: "up_to_date",
};

function scheduleOf(kind: Kind, n: number, typed: Typed, options: Options) {
  const { zones = ["America/New_York"], interviews = 2 } = options;
  const start = firstDay + n * 86_400;
  const times = Array.from({ length: interviews + 1 }, (_, k) => start + k * half);
  const held = times.filter((_, k) => k !== 1);
  const end = (times.at(-1) ?? start) + half;
  const isInPerson = n % 2 === 0;
  const state = states[kind] ?? "new";
  const facts = {
    on_date: iso(start).slice(0, 10),
    time_zone: zones[n % zones.length],
    format: isInPerson ? "in_person" : "virtual",
    video: isInPerson ? null : "external",
    location: isInPerson ? typed.location : null,
    meeting_url: isInPerson ? null : typed.meetingUrl,
    slots: held.map((at) => [at, at + half]),
  };
  const before = { ...facts, location: isInPerson ? typed.earlierLocation : null };
  const entries = held.map((at, k) => [k + 1, at, at + half]);
  const isHeld = state !== "canceled";
  return {
    ...facts,
    id: uuid(100 + n),
    employer: typed.employer,
    position: typed.position,
    posting_id: uuid(200 + n),
    posting_url: typed.postingUrl,
    starts_at: iso(start),
    ends_at: iso(end),
    slots: times.map((at, k) => ({
      kind: k === 1 ? "break" : "interview",
      label: k === 1 ? typed.label : null,
      starts_at: iso(at),
      ends_at: iso(at + half),
    })),
    state,
    facts: isHeld ? facts : null,
    before: state === "new" ? null : before,
    sequence: 3,
    events: isHeld ? entries : [],
    dropped: isHeld ? [] : entries,
  };
}
