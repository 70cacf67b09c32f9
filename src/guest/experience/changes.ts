import { formatTimeRange, toDate } from "../../lib/dates/format-date";
import { documentKindLabels } from "../../shared/labels";
import { locationOf } from "../../shared/location";
import type { Experience, Schedule, Slot } from "./experience";
import { dayLabel, timeWithZone, withColleagues } from "./labels";
import { isToday, nextTurn } from "./timeline";

export type Mark = "New" | "Changed";

export interface Change {
  /** Of the slot or schedule that is marked. */
  id: string;
  /** null: it is gone, and there is nothing left to mark. */
  mark: Mark | null;
  /** As it is announced; empty where another change says it. */
  text: string;
}

/** Something that a page shows, in words. */
interface Item {
  id: string;
  /** The same in both snapshots where it is the same thing: a student who moves takes it along. */
  key: string;
  /** What stands here now stands for what stood here before. */
  place: string;
  /** How it is announced when it comes; empty where what it replaced is worth more words. */
  verb: "New" | "Canceled" | "";
  name: string;
  line: string;
  facts: string[];
  /** What has no words of its own, such as the file behind a document. */
  details: unknown;
}

/** What the office changed from one snapshot to the next. What only a midnight did is no news. */
export function changesBetween(before: Experience, after: Experience): Change[] {
  const [since, now] = [before, after].map((each) => toDate(each.now).getTime());
  const hasNotTurned = (schedule: Schedule) => nextTurn([schedule], since ?? 0) > (now ?? 0);
  const earlier = before.schedules.filter(hasNotTurned);
  const later = after.schedules.filter(hasNotTurned);
  const slots = later.filter(isToday).flatMap((schedule) => {
    const old = earlier.filter(isToday).find(({ id }) => id === schedule.id);
    return old ? compare(old.slots.map(slotOf(old)), schedule.slots.map(slotOf(schedule))) : [];
  });
  return [...compare(earlier.map(scheduleOf), later.map(scheduleOf)), ...slots];
}

function compare(before: Item[], after: Item[]): Change[] {
  const earlier = new Map(before.map((item) => [item.key, item]));
  const changes: Change[] = [];
  for (const item of after) {
    const { id, verb, line } = item;
    const old = earlier.get(item.key);
    earlier.delete(item.key);
    const isInPlace = before.some(({ place }) => place === item.place);
    const text = old
      ? difference(old, item)
      : verb || !isInPlace
        ? `${verb || "New"}: ${line}`
        : "";
    if (text !== null) changes.push({ id, mark: old || isInPlace ? "Changed" : "New", text });
  }
  for (const { id, verb, place, line } of earlier.values()) {
    const isTold = after.some(
      (item) => item.place === place && (verb !== "New" || item.verb === "Canceled"),
    );
    changes.push({ id, mark: null, text: isTold ? "" : `Removed: ${line}` });
  }
  return changes;
}

/** null where there is none. */
function difference(before: Item, after: Item): string | null {
  const facts = after.facts.filter((fact, n) => fact !== before.facts[n]);
  if (facts.length > 0) return `${before.name}: now ${facts.filter(Boolean).join(", ")}`;
  const isSame = JSON.stringify(before.details) === JSON.stringify(after.details);
  return isSame ? null : `${before.name}: details changed`;
}

function scheduleOf(schedule: Schedule): Item {
  const { id, employer, canceled, starts_at, ends_at, time_zone } = schedule;
  const day = dayLabel(schedule);
  const name = [employer, day].filter(Boolean).join(", ");
  // Where the slots are shown, each of them says when it is.
  const times = (employer || !isToday(schedule)) && starts_at && ends_at;
  return {
    id,
    key: canceled ? `canceled ${name}` : id,
    // A student's page knows a canceled day by its name alone.
    place: employer ? name : id,
    verb: canceled ? "Canceled" : "New",
    name,
    line: name,
    facts: [
      day,
      times ? formatTimeRange(starts_at, ends_at, time_zone) : "",
      locationOf(schedule),
      schedule.position ?? "no position",
    ],
    details: [schedule.meeting_url, schedule.posting_url],
  };
}

const slotOf = ({ employer, time_zone }: Schedule) => {
  return ({ id, student, kind, label, starts_at, ...slot }: Slot): Item => {
    const name = employer ?? student?.full_name ?? (kind === "break" ? (label ?? "Break") : "Open");
    const time = timeWithZone(starts_at, time_zone);
    const documents = student?.documents ?? [];
    return {
      id,
      key: student?.full_name ?? id,
      place: id,
      verb: student ? "New" : "",
      name,
      line: `${name}, ${time}`,
      facts: [
        name,
        // On a student's page the schedule is the slot, and says when it is.
        employer ? "" : time,
        withColleagues(slot.with) ?? "with nobody else",
        documents.map(({ kind }) => documentKindLabels[kind]).join(", ") || "no documents",
      ],
      details: [employer ? null : slot.ends_at, student],
    };
  };
};

const announced = 3;

/** A few changes in words, and how many more there are. */
export function announcement(changes: Change[]): string {
  const texts = [...new Set(changes.map(({ text }) => text).filter(Boolean))];
  const said = texts.slice(0, announced);
  if (texts.length > announced) said.push(`And ${texts.length - announced} more`);
  return said.map((text) => `${text}.`).join(" ");
}
