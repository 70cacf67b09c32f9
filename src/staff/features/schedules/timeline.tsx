import { differenceInMinutes, parseISO } from "date-fns";
import { EmptyState } from "../../../components/empty-state";
import { useNow } from "../../../components/use-now";
import { formatTime } from "../../../lib/dates";
import type { Schedule, Slot } from "./api";
import { TimelineSlot } from "./timeline-slot";

interface TimelineProps {
  schedule: Schedule;
  slots: Slot[];
  canChange: boolean;
}

/** What the shortest interview needs to stay readable and touchable. */
const leastSlotPx = 44;
const leastPxPerMinute = 1.1;
/** Closer than this to the present, a slot's time would lie under the now-line's. */
const labelPx = 14;

/** The day to true scale: every slot as long as it lasts, breaks hatched, and where we are now. */
export function Timeline({ schedule, slots, canChange }: TimelineProps) {
  const now = useNow();
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) {
    return <EmptyState title="No slots yet">Edit the schedule to give it times.</EmptyState>;
  }
  const start = parseISO(first.starts_at);
  const minutes = (from: Date, to: string) => differenceInMinutes(parseISO(to), from);
  const shortest = Math.min(
    ...slots
      .filter(({ kind }) => kind === "interview")
      .map((slot) => minutes(parseISO(slot.starts_at), slot.ends_at)),
  );
  const scale = Math.max(leastPxPerMinute, leastSlotPx / shortest);
  const total = minutes(start, last.ends_at);
  const nowAt = differenceInMinutes(now, start);

  return (
    <section aria-label="Day" className="relative text-sm" style={{ height: total * scale + 24 }}>
      <ol>
        {slots.map((slot) => (
          <li
            key={slot.id}
            className="absolute inset-x-0 flex gap-3"
            style={{
              top: minutes(start, slot.starts_at) * scale,
              height: minutes(parseISO(slot.starts_at), slot.ends_at) * scale,
            }}
          >
            <TimelineSlot
              slot={slot}
              schedule={schedule}
              canChange={canChange}
              isTimeHidden={Math.abs(minutes(now, slot.starts_at)) * scale < labelPx}
            />
          </li>
        ))}
      </ol>
      {nowAt >= 0 && nowAt <= total && (
        <div
          className="pointer-events-none absolute inset-x-0 flex -translate-y-1/2 items-center gap-2 text-danger text-xs tabular-nums"
          style={{ top: nowAt * scale }}
        >
          <span className="w-16 bg-canvas text-right font-medium">
            <span className="sr-only">Now: </span>
            {formatTime(now.toISOString(), schedule.time_zone)}
          </span>
          <span className="h-px flex-1 bg-danger" />
        </div>
      )}
    </section>
  );
}
