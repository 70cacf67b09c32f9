import { differenceInMinutes, parseISO } from "date-fns";
import { formatTime } from "../../../../lib/dates/format-date";
import { ErrorBanner } from "../../../../shared/forms/error-banner";
import { IconButton } from "../../../../ui/buttons/button";
import { EmptyState } from "../../../../ui/feedback/empty-state";
import { useNow } from "../../../../ui/hooks/use-clock";
import type { StudentNotification } from "../../links/notifications-api";
import type { LinkRow, Schedule, Slot } from "../api";
import { SlotTimeDialog } from "../dialogs/slot-time-dialog";
import { SlotTime } from "./slot-time";
import { TimelineSlot } from "./timeline-slot";
import { useDayDrops } from "./use-day-drops";

interface TimelineProps {
  schedule: Schedule;
  slots: Slot[];
  links: LinkRow[];
  notifications: StudentNotification[];
  canChange: boolean;
}

/** What the shortest interview and break need to stay readable and touchable. */
const leastSlotPx = 44;
const leastBreakPx = 30;
const leastPxPerMinute = 1.1;
/** However short a break is, the day stays a day's length. */
const mostPxPerMinute = 4;
/** Half of one time's height and half of another's: closer than this they touch. */
const labelPx = 16;

const minutesOf = ({ starts_at, ends_at }: Slot) =>
  differenceInMinutes(parseISO(ends_at), parseISO(starts_at));

function scaleOf(slots: Slot[]): number {
  const needs = slots.map(
    (slot) => (slot.kind === "break" ? leastBreakPx : leastSlotPx) / minutesOf(slot),
  );
  return Math.min(mostPxPerMinute, Math.max(leastPxPerMinute, ...needs));
}

/** The day to true scale: every slot as long as it lasts, breaks hatched, and where we are now. */
export function Timeline({ schedule, slots, links, notifications, canChange }: TimelineProps) {
  const now = useNow();
  const drops = useDayDrops(schedule, slots, links);
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) {
    return <EmptyState title="No slots yet">Edit the schedule to give it times.</EmptyState>;
  }
  const start = parseISO(first.starts_at);
  const scale = scaleOf(slots);
  const total = differenceInMinutes(parseISO(last.ends_at), start);
  const nowAt = differenceInMinutes(now, start);
  const isNowShown = nowAt >= 0 && nowAt <= total;
  const { onStudentDrop, onTimeDrop } = drops;
  const day = {
    schedule,
    links,
    notifications,
    canChange,
    pxPerMinute: scale,
    onStudentDrop,
    onTimeDrop,
  };
  const asked = slots.find(({ id }) => id === drops.asked?.slotId);

  return (
    <section aria-label="Day" className="text-sm">
      <div className="sticky top-2 z-2 mb-3 empty:hidden">
        <ErrorBanner
          error={drops.error}
          action={<IconButton icon="x" label="Dismiss" onClick={drops.clearError} />}
        />
      </div>
      <div className="relative" style={{ height: total * scale + 24 }}>
        <ol>
          {slots.map((slot) => {
            const at = differenceInMinutes(parseISO(slot.starts_at), start);
            // A slot's time hangs below its edge, the present's stands around its line.
            const gap = at * scale + labelPx / 2 - nowAt * scale;
            return (
              <li
                key={slot.id}
                className="absolute inset-x-0 flex gap-3"
                style={{ top: at * scale, height: minutesOf(slot) * scale }}
              >
                <SlotTime slot={slot} day={day} isHidden={isNowShown && Math.abs(gap) < labelPx} />
                <TimelineSlot slot={slot} day={day} />
              </li>
            );
          })}
        </ol>
        {isNowShown && (
          <div
            className="pointer-events-none absolute inset-x-0 flex -translate-y-1/2 items-center gap-1 text-danger text-xs tabular-nums"
            style={{ top: nowAt * scale }}
          >
            <span className="w-16 bg-canvas text-right font-medium">
              <span className="sr-only">Now: </span>
              {formatTime(now.toISOString(), schedule.time_zone)}
            </span>
            <span className="h-0.5 w-4 rounded-full bg-danger" />
          </div>
        )}
      </div>
      {asked && drops.asked && (
        <SlotTimeDialog
          schedule={schedule}
          slot={asked}
          links={links}
          requested={drops.asked}
          onClose={drops.clearAsked}
        />
      )}
    </section>
  );
}
