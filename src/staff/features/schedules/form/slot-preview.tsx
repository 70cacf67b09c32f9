import { useQuery } from "@tanstack/react-query";
import { formatISO } from "date-fns";
import { useDeferredValue } from "react";
import { formatDate } from "../../../../lib/dates/calendar-date";
import {
  formatRowRange,
  hasClockChange,
  zoneAbbreviation,
} from "../../../../lib/dates/format-date";
import { DomainError } from "../../../../lib/errors/domain-error";
import { explainError } from "../../../../lib/errors/explain-error";
import { Status } from "../../../../ui/feedback/status";
import { type PlannedSlot, type SlotPattern, slotPreviewQuery } from "../api";

interface SlotPreviewProps {
  date: string;
  zone: string;
  pattern: SlotPattern;
}

/** The day as saving it would make it, planned by the database as one types. */
export function SlotPreview({ date, zone, pattern }: SlotPreviewProps) {
  const day = date || formatISO(new Date(), { representation: "date" });
  const preview = useQuery(slotPreviewQuery(day, zone, useDeferredValue(pattern)));
  const slots = preview.data ?? [];
  const interviews = slots.filter(({ kind }) => kind === "interview").length;
  const first = slots[0];

  return (
    <section aria-labelledby="preview" className="lg:sticky lg:top-6 lg:self-start">
      <h2 id="preview" className="font-medium">
        Preview
      </h2>
      <p role="status" className="mb-3 text-muted text-sm">
        {preview.isError ? (
          <Status tone="warning" mark="triangle" className="whitespace-normal">
            {preview.error instanceof DomainError
              ? preview.error.message
              : explainError(preview.error)}
          </Status>
        ) : (
          <>
            {interviews} {interviews === 1 ? "interview" : "interviews"}
            {date && ` on ${formatDate(date)}`}
            {first && ` · ${zoneNote(first.starts_at, zone)}`}
          </>
        )}
      </p>
      {!preview.isError && <PreviewList slots={slots} zone={zone} />}
    </section>
  );
}

const zoneNote = (instant: string, zone: string) =>
  hasClockChange(instant, zone)
    ? "The clocks change on this day: each time names its own zone"
    : zoneAbbreviation(instant, zone);

function PreviewList({ slots, zone }: { slots: PlannedSlot[]; zone: string }) {
  return (
    <ol
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by keyboard too
      tabIndex={0}
      aria-labelledby="preview"
      className="max-h-[70vh] overflow-y-auto rounded-lg border border-line text-sm tabular-nums"
    >
      {slots.map((slot) => (
        <li
          key={slot.starts_at}
          className={
            slot.kind === "break"
              ? "hatched flex justify-between px-3 py-1.5 text-muted not-first:border-line not-first:border-t"
              : "flex justify-between px-3 py-1.5 not-first:border-line not-first:border-t"
          }
        >
          <span>{formatRowRange(slot.starts_at, slot.ends_at, zone)}</span>
          <span className="text-muted">{slot.kind === "break" ? (slot.label ?? "Break") : ""}</span>
        </li>
      ))}
    </ol>
  );
}
