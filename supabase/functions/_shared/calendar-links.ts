import { type Instant, toDate } from "./dates.ts";

/** What a calendar entry says. `details` is plain text; its line breaks are kept. */
export type CalendarEvent = {
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  details: string;
  location: string;
};

// Instants go out in UTC with a "Z": both calendars then show them in the reader's own zone.
const isoUtc = (instant: Instant) =>
  toDate(instant)
    .toISOString()
    .replace(/\.\d{3}Z$/, "Z");
const basicUtc = (instant: Instant) => isoUtc(instant).replace(/[-:]/g, "");

// encodeURIComponent and not URLSearchParams: Outlook shows a "+" for a space as a plus.
function url(address: string, parameters: Record<string, string>): string {
  const pairs = Object.entries(parameters);
  return `${address}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

export function googleCalendarUrl(event: CalendarEvent): string {
  return url("https://calendar.google.com/calendar/render", {
    action: "TEMPLATE",
    text: event.title,
    dates: `${basicUtc(event.startsAt)}/${basicUtc(event.endsAt)}`,
    details: event.details,
    location: event.location,
  });
}

export function outlookCalendarUrl(event: CalendarEvent): string {
  return url("https://outlook.office.com/calendar/0/action/compose", {
    rru: "addevent",
    subject: event.title,
    startdt: isoUtc(event.startsAt),
    enddt: isoUtc(event.endsAt),
    body: asHtml(event.details),
    location: event.location,
  });
}

// Outlook reads the body as HTML.
function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped.replaceAll("\n", "<br>");
}
