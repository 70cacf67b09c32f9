import { addMinutes, parseISO } from "date-fns";
import { type PointerEvent, useState } from "react";
import { formatRowTime, hasClockChange } from "../../../../lib/dates/format-date";
import { cx } from "../../../../ui/cx";
import type { Slot } from "../api";
import type { Day } from "./day";

interface SlotTimeProps {
  slot: Slot;
  day: Day;
  isHidden: boolean;
}

const stepMinutes = 5;

/** When a slot begins. Dragged up or down it moves the slot; its menu does so by keyboard. */
export function SlotTime({ slot, day, isHidden }: SlotTimeProps) {
  const [grip, setGrip] = useState<{ y: number; minutes: number } | null>(null);
  const canDrag = day.canChange && !slot.outcome;
  const minutes = grip?.minutes ?? 0;

  function moved(event: PointerEvent) {
    if (!grip) return;
    const exact = (event.clientY - grip.y) / day.pxPerMinute;
    setGrip({ ...grip, minutes: Math.round(exact / stepMinutes) * stepMinutes });
  }

  return (
    <time
      dateTime={slot.starts_at}
      title={canDrag ? "Drag to move" : undefined}
      className={cx(
        hasClockChange(slot.starts_at, day.schedule.time_zone) ? "w-22" : "w-16",
        "h-4 shrink-0 text-right text-muted text-xs tabular-nums select-none",
        canDrag && "cursor-ns-resize",
        grip && "z-1 rounded-sm bg-accent text-white",
        isHidden && !grip && "opacity-0",
      )}
      style={{ transform: minutes ? `translateY(${minutes * day.pxPerMinute}px)` : undefined }}
      onPointerDown={(event) => {
        // A finger on the times scrolls the page.
        if (!canDrag || event.button !== 0 || event.pointerType === "touch") return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setGrip({ y: event.clientY, minutes: 0 });
      }}
      onPointerMove={moved}
      onPointerCancel={() => setGrip(null)}
      onPointerUp={() => {
        setGrip(null);
        if (minutes) day.onTimeDrop(slot, minutes);
      }}
    >
      {formatRowTime(addMinutes(parseISO(slot.starts_at), minutes), day.schedule.time_zone)}
    </time>
  );
}
