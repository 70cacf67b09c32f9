// Run in Deno by notice-histories.test.ts: what calendars hold after a history's emails, as two parsers read their files.
import ical from "ical.js";
import nodeIcal from "node-ical";
import { calendarAttachments } from "../calendar-attachments.ts";
import type { EmailPayload } from "../email/payload.ts";

type Entry = { uid: string; sequence: number; start: number; end: number; isCanceled: boolean };

const seconds = (date: Date) => date.getTime() / 1000;

function readWithIcalJs(file: string): Entry[] {
  const calendar = new ical.Component(ical.parse(file));
  const isCancel = calendar.getFirstPropertyValue("method") === "CANCEL";
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ical.Event(component);
    const [start, end] = [event.startDate.toJSDate(), event.endDate.toJSDate()].map(seconds);
    const isCanceled = isCancel || component.getFirstPropertyValue("status") === "CANCELLED";
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: start ?? 0,
      end: end ?? 0,
      isCanceled,
    };
  });
}

function readWithNodeIcal(file: string): Entry[] {
  const calendar = nodeIcal.sync.parseICS(file);
  return Object.values(calendar).flatMap((event) => {
    if (event?.type !== "VEVENT") return [];
    const isCanceled = event.method === "CANCEL" || event.status === "CANCELLED";
    const [start, end] = [new Date(event.start), new Date(event.end ?? event.start)].map(seconds);
    return [
      {
        uid: event.uid,
        sequence: Number(event.sequence),
        start: start ?? 0,
        end: end ?? 0,
        isCanceled,
      },
    ];
  });
}

/** "start-end" of every entry that stands when the files were applied in order, sorted. */
function apply(files: string[], read: (file: string) => Entry[]): string[] {
  const calendar = new Map<string, Entry>();
  for (const entry of files.flatMap(read)) {
    const before = calendar.get(entry.uid);
    if (!before || entry.sequence >= before.sequence) calendar.set(entry.uid, entry);
  }
  const live = [...calendar.values()].filter(({ isCanceled }) => !isCanceled);
  return live.map(({ start, end }) => `${start}-${end}`).sort();
}

const histories: EmailPayload[][] = JSON.parse(await new Response(Deno.stdin.readable).text());
const applied = histories.map((payloads) => {
  const files = payloads.flatMap((payload) =>
    calendarAttachments(payload, "https://interviews.test"),
  );
  const contents = files.map(({ content }) => content);
  return [apply(contents, readWithIcalJs), apply(contents, readWithNodeIcal)];
});
console.log(JSON.stringify(applied));
