import { formatTimeRange, toDate } from "../../lib/dates/format-date";
import { locationOf } from "../../shared/location";
import type { Experience, Schedule, Slot } from "./experience";
import { dayLabel, timeWithZone, withColleagues } from "./labels";
import { nextMidnight } from "./timeline";

export type Mark = "New" | "Changed";

export interface Change {
  /** Of the slot or schedule that is marked. */
  id: string;
  /** null: it is gone, and there is nothing left to mark. */
  mark: Mark | null;
  /** As it is announced; empty where another change says it. */
  text: string;
}

/** What the office changed from one snapshot to the next. What only the clock did is no news. */
export function changesBetween(before: Experience, after: Experience): Change[] {
  const changes: Change[] = [];
  const earlier = new Map(before.schedules.map((schedule) => [schedule.id, schedule]));
  for (const schedule of after.schedules) {
    const previous = earlier.get(schedule.id);
    earlier.delete(schedule.id);
    changes.push(...(previous ? scheduleChanges(previous, schedule) : [newSchedule(schedule)]));
  }
  const now = toDate(after.now).getTime();
  const gone = [...earlier.values()].filter((schedule) => nextMidnight(schedule) > now);
  changes.push(...gone.map((schedule) => removedSchedule(schedule, after)));
  const { support_email, support_phone } = after.school;
  if (
    support_email !== before.school.support_email ||
    support_phone !== before.school.support_phone
  ) {
    const contact = [support_email, support_phone].filter(Boolean).join(", ");
    changes.push({ id: "contact", mark: null, text: `New contact: ${contact}` });
  }
  return changes;
}

/** "Tuesday, November 24", with the employer on a student's page. */
const titleOf = (schedule: Schedule) =>
  [schedule.employer, dayLabel(schedule)].filter(Boolean).join(", ");

function newSchedule(schedule: Schedule): Change {
  const { id, canceled } = schedule;
  return { id, mark: "New", text: `${canceled ? "Canceled" : "New"}: ${titleOf(schedule)}` };
}

function removedSchedule(schedule: Schedule, { schedules }: Experience): Change {
  const isCanceled = schedules.some(
    (other) => other.canceled && titleOf(other) === titleOf(schedule),
  );
  return { id: schedule.id, mark: null, text: isCanceled ? "" : `Removed: ${titleOf(schedule)}` };
}

function scheduleChanges(before: Schedule, after: Schedule): Change[] {
  const { id } = after;
  const changed = (text: string): Change[] => [{ id, mark: "Changed", text }];
  const title = titleOf(after);
  if (before.canceled !== after.canceled) {
    return changed(after.canceled ? `Canceled: ${title}` : `No longer canceled: ${title}`);
  }
  const isShown = after.day === "today" && before.day === "today" && !after.canceled;
  const changes: Change[] = [];
  if (differ(before, after, ["on_date", "time_zone"])) {
    changes.push(...changed(`${titleOf(before)}: now ${whenOf(after)}`));
  } else if ((after.employer || !isShown) && differ(before, after, ["starts_at", "ends_at"])) {
    changes.push(...changed(`${title}: now ${whenOf(after)}`));
  }
  if (differ(before, after, ["format", "video", "location"])) {
    changes.push(...changed(`${title}: now ${locationOf(after)}`));
  } else if (before.day === after.day && before.meeting_url !== after.meeting_url) {
    changes.push(...changed(`${title}: new meeting link`));
  }
  if (differ(before, after, ["position", "posting_url", "employer"])) {
    changes.push(...changed(`${title}: ${after.position ?? "no position"}`));
  }
  return isShown ? [...changes, ...slotChanges(before, after)] : changes;
}

const differ = <T>(before: T, after: T, keys: (keyof T)[]) =>
  keys.some((key) => before[key] !== after[key]);

function whenOf(schedule: Schedule): string {
  const { starts_at, ends_at, time_zone } = schedule;
  const times = starts_at && ends_at && formatTimeRange(starts_at, ends_at, time_zone);
  return [dayLabel(schedule), times].filter(Boolean).join(", ");
}

function slotChanges(before: Schedule, after: Schedule): Change[] {
  const at = (slot: Slot) => timeWithZone(slot.starts_at, after.time_zone);
  const previous = new Map(before.slots.map((slot) => [slot.id, slot]));
  const changes: Change[] = [];
  for (const slot of after.slots) {
    const old = previous.get(slot.id);
    previous.delete(slot.id);
    const text = old ? slotChange(old, slot) : `New: ${nameOf(slot)}, ${at(slot)}`;
    if (text !== null) changes.push({ id: slot.id, mark: old ? "Changed" : "New", text });
  }
  for (const slot of previous.values()) {
    const text = isElsewhere(slot, after) ? "" : `Removed: ${nameOf(slot)}, ${at(slot)}`;
    changes.push({ id: slot.id, mark: null, text });
  }
  return changes;

  /** null where nothing changed. */
  function slotChange(old: Slot, slot: Slot): string | null {
    // On a student's page the schedule is the slot, and has said when it is.
    const isMoved = !after.employer && differ(old, slot, ["starts_at", "ends_at"]);
    if (nameOf(old) !== nameOf(slot)) {
      const texts = [
        slot.student &&
          `${isElsewhere(slot, before) ? "Moved" : "New"}: ${nameOf(slot)}, ${at(slot)}`,
        old.student && !isElsewhere(old, after) && `Removed: ${nameOf(old)}, ${at(old)}`,
        !slot.student && !old.student && `${nameOf(slot)}, ${at(slot)}`,
      ];
      return texts.filter(Boolean).join(". ");
    }
    if (isMoved) return `${nameOf(slot)}: now ${at(slot)}`;
    if (`${old.with}` !== `${slot.with}`) {
      return `${after.employer ?? nameOf(slot)}: ${withColleagues(slot.with) ?? "with nobody else"}`;
    }
    if (JSON.stringify(old.student?.documents) !== JSON.stringify(slot.student?.documents)) {
      return `${nameOf(slot)}: documents changed`;
    }
    return JSON.stringify(old.student) === JSON.stringify(slot.student) ? null : nameOf(slot);
  }
}

const nameOf = ({ student, kind, label }: Slot) =>
  student?.full_name ?? (kind === "break" ? (label ?? "Break") : "Open");

const isElsewhere = ({ student }: Slot, { slots }: Schedule) =>
  slots.some((slot) => student && slot.student?.full_name === student.full_name);

const announced = 3;

/** A few changes in words, and how many more there are. */
export function announcement(changes: Change[]): string {
  const texts = [...new Set(changes.map(({ text }) => text).filter(Boolean))];
  const more = texts.length - announced;
  const said = texts.slice(0, announced);
  if (more > 0) said.push(`And ${more} more change${more === 1 ? "" : "s"}`);
  return said.map((text) => `${text}.`).join(" ");
}
