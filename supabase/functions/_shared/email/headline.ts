import { formatLongDay, formatZonedRange } from "../dates.ts";
import { type EmailContent, type EmailSchedule, isHeld } from "./payload.ts";
import { firstLine } from "./subject.ts";

/** An email's title, and below it when it is or what changed. */
export function headline(content: EmailContent, what: string, isOne: boolean) {
  const { schedules, audience } = content;
  const news = schedules.filter(({ state }) => state !== "new" && state !== "up_to_date");
  const [first, ...others] = news;
  if (content.kind === "reminder") {
    return { title: `Reminder: ${lower(what)}`, lead: summary(schedules) };
  }
  if (!first) return { title: what, lead: summary(schedules) };
  const isCanceled = schedules.every((one) => !isHeld(one));
  const title = isCanceled ? `${what} ${isOne ? "is" : "are"} canceled` : `Changed: ${lower(what)}`;
  const more = others.length === 1 ? "1 more change" : `${others.length} more changes`;
  const line = firstLine(first, audience);
  return { title, lead: others.length > 0 ? `${line} And ${more} below.` : line };
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function summary(schedules: EmailSchedule[]): string {
  const [first, second] = schedules;
  if (!first) return "";
  const day = formatLongDay(first.starts_at, first.time_zone);
  if (second) return `${schedules.length} days, from ${day}`;
  return `${day}, ${timesOf(first)}`;
}

/** "9:00 AM – 3:00 PM EST" */
export const timesOf = ({ starts_at, ends_at, time_zone }: EmailSchedule): string =>
  formatZonedRange(starts_at, ends_at, time_zone);
