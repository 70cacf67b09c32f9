import { formatDate } from "../../../../lib/dates/calendar-date";
import { formatRowRange } from "../../../../lib/dates/format-date";
import type { Enums } from "../../../../lib/supabase/database.types";
import { videoLabels } from "../../../../shared/labels";
import { outcomeLabels } from "../../../labels";
import { type Describe, joinWithAnd, type Line } from "./line";

/** What each column of a schedule says when it has changed. */
const changes: Record<string, (before: unknown, after: unknown) => string> = {
  released_at: (before, after) => {
    if (!after) return "withdrew the release";
    return before ? "released the changes" : "released it";
  },
  canceled_at: (_, after) => (after ? "canceled it" : "restored it"),
  on_date: (before, after) =>
    `moved it from ${formatDate(String(before))} to ${formatDate(String(after))}`,
  time_zone: (before, after) => `changed the time zone from ${before} to ${after}`,
  format: (_, after) => (after === "virtual" ? "made it virtual" : "made it in person"),
  video: (_, after) => {
    if (!after) return "cleared the video choice";
    return after === "in_app" ? `chose ${videoLabels.in_app}` : "chose external video";
  },
  meeting_url: (before, after) => {
    if (!after) return "removed the meeting URL";
    return before ? "changed the meeting URL" : "added the meeting URL";
  },
  location: (before, after) => {
    if (!after) return `took it out of ${before}`;
    return before ? `moved it from ${before} to ${after}` : `set the location to ${after}`;
  },
  pattern: () => "changed its times",
};

const ociChanges: Record<string, (line: Line) => string> = {
  name: (line) => `named the OCI ${line.change("name")?.[1] ?? "nothing in particular"}`,
  season: (line) => `moved the OCI to ${line.change("season")?.[1]}`,
  employer_id: (line) => `changed the employer to ${line.name("employer_id")}`,
  job_posting_id: (line) => `changed the position to ${line.name("job_posting_id")}`,
  archived_at: (line) =>
    line.change("archived_at")?.[1] ? "archived the OCI" : "restored the OCI",
};

const outcomeOf = (value: unknown) => outcomeLabels[value as Enums<"slot_outcome">].toLowerCase();

function outcomeChange(line: Line): string {
  const note = line.change("outcome_note")?.[1];
  const noted = note ? ` (“${note}”)` : "";
  const outcome = line.change("outcome");
  if (!outcome)
    return note ? `added a note to ${line.subject}${noted}` : `removed the note on ${line.subject}`;
  return outcome[1]
    ? `marked ${line.subject} as ${outcomeOf(outcome[1])}${noted}`
    : `cleared the outcome of ${line.subject}`;
}

function slotChange(line: Line): string {
  if (!line.change("student_id")) return outcomeChange(line);
  const before = line.oldName("student_id");
  const after = line.change("student_id")?.[1] && line.name("student_id");
  if (!after) return `unassigned ${before} from ${line.subject}`;
  return before
    ? `replaced ${before} with ${after} at ${line.subject}`
    : `assigned ${after} to ${line.subject}`;
}

function slotMove(line: Line): string {
  const [start, newStart] = (line.change("starts_at") ?? []).map(String);
  const [end, newEnd] = (line.change("ends_at") ?? []).map(String);
  if (!start || !newStart || !end || !newEnd) return "moved a slot";
  return `moved the slot of ${formatRowRange(start, end, line.zone)} to ${formatRowRange(newStart, newEnd, line.zone)}`;
}

function slotOf({ detail, zone }: Line): string {
  const noun = detail.kind === "break" ? "a break" : "a slot";
  return `${noun}, ${formatRowRange(String(detail.starts_at), String(detail.ends_at), zone)}`;
}

const ofDate = ({ date }: Line) => (date ? ` of ${formatDate(date)}` : "");

export const scheduleDescriptions: Record<string, Describe> = {
  "ocis.insert": () => "added the OCI",
  "ocis.delete": () => "removed the OCI",
  "ocis.update": (line) =>
    joinWithAnd(
      Object.entries(ociChanges)
        .filter(([column]) => line.change(column))
        .map(([, describe]) => describe(line)),
    ) || "changed the OCI",
  "schedules.insert": (line) => `added the schedule${ofDate(line)}`,
  "schedules.delete": () => "removed a schedule",
  "schedules.update": (line) =>
    joinWithAnd(
      Object.entries(changes).flatMap(([column, describe]) => {
        const pair = line.change(column);
        return pair ? [describe(...pair)] : [];
      }),
    ) || "changed the schedule",
  "slots.update": slotChange,
  "slots.move": slotMove,
  "slots.add": (line) => `added ${slotOf(line)}`,
  "slots.remove": (line) => `removed ${slotOf(line)}`,
  "schedule_interviewers.insert": (line) => `assigned ${line.name("interviewer_id")}`,
  "schedule_interviewers.delete": (line) => `took ${line.name("interviewer_id")} off`,
  "schedule_interviewers.replace": (line) =>
    `replaced ${line.oldName("interviewer_id")} with ${line.name("interviewer_id")}`,
  "substitute_proposals.insert": ({ subject, detail }) =>
    `proposed ${detail.substitute} as a substitute for ${subject}`,
  "substitute_proposals.withdraw": ({ subject }) =>
    `withdrew the proposed substitute for ${subject}`,
  "substitute_proposals.decline": ({ subject }) =>
    `declined the proposed substitute for ${subject}`,
  "slot_interviewers.insert": (line) =>
    `gave ${line.name("slot_id")} to ${line.name("interviewer_id")}`,
  "slot_interviewers.delete": (line) =>
    `took ${line.name("interviewer_id")} off ${line.name("slot_id")}`,
};
