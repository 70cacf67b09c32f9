import { formatDay, formatRowRange, formatSpan } from "./dates.ts";

/** What an email says to a person about a schedule, as private.person_facts gives it. */
export interface Facts {
  on_date: string;
  time_zone: string;
  format: "in_person" | "virtual";
  video: "in_app" | "external" | null;
  location: string | null;
  meeting_url: string | null;
  /** Their own interviews: start and end in seconds since 1970, in order. */
  slots: [start: number, end: number][];
}

export type NoticeState = "new" | "changed" | "canceled" | "removed" | "up_to_date";

const instant = (seconds: number) => new Date(seconds * 1000);

/** From the first interview's start to the last one's end; null without interviews. */
export function spanOf({ slots }: Pick<Facts, "slots">): [start: Date, end: Date] | null {
  const [first, last] = [slots[0], slots.at(-1)];
  return first && last ? [instant(first[0]), instant(last[1])] : null;
}

/** "Tue, Nov 24, 9:30–10:00 AM EST" */
export function whenOf(facts: Pick<Facts, "slots" | "time_zone">): string {
  const span = spanOf(facts);
  return span ? formatSpan(...span, facts.time_zone) : "no interviews";
}

/** "now Tue, Nov 24, 10:00–10:30 AM EST (was 9:30–10:00 AM)", one for each fact that differs. */
export function describeChanges(before: Facts, now: Facts): string[] {
  return [changedTime(before, now), changedPlace(before, now)].filter((text) => text !== null);
}

function changedTime(before: Facts, now: Facts): string | null {
  if (whenOf(before) !== whenOf(now)) return `now ${whenOf(now)} (was ${wasWhen(before, now)})`;
  if (before.slots.length !== now.slots.length) {
    return `now ${countOf(now)} (was ${before.slots.length})`;
  }
  const isSame = before.slots.every(([start], index) => start === now.slots[index]?.[0]);
  return isSame ? null : "the times between have moved";
}

const countOf = ({ slots }: Facts) =>
  slots.length === 1 ? "1 interview" : `${slots.length} interviews`;

/** Without the day and the zone where these stay. */
function wasWhen(before: Facts, now: Facts): string {
  const [was, is] = [spanOf(before), spanOf(now)];
  if (!was || !is || before.time_zone !== now.time_zone) return whenOf(before);
  const zone = before.time_zone;
  if (formatDay(was[0], zone) !== formatDay(is[0], zone)) return whenOf(before);
  return formatRowRange(was[0], was[1], zone);
}

function changedPlace(before: Facts, now: Facts): string | null {
  if (placeName(before) !== placeName(now)) {
    return `now ${placeName(now)} (was ${placeName(before)})`;
  }
  return before.meeting_url === now.meeting_url ? null : "the meeting URL is another one";
}

function placeName({ format, video, location }: Facts): string {
  if (format === "in_person") return location ?? "in person";
  if (video === "external") return "by external video";
  return video === "in_app" ? "by In-App Video" : "by video";
}
