import { addMinutes, parseISO } from "date-fns";
import { useState } from "react";
import { formatRowRange } from "../../../../lib/dates/format-date";
import { showToast } from "../../../../ui/feedback/toast";
import { useAssignStudent } from "../../assignments/assign-api";
import type { DraggedStudent } from "../../assignments/shared/student-drag";
import { moveOf, useMoveStudent } from "../../assignments/shared/use-move-student";
import { useNotified } from "../../links/shared/notified-warning";
import type { LinkRow, Schedule, Slot } from "../api";
import { type SlotTimes, useMoveSlot } from "../slots-api";

/** What dropping on the timeline does. It asks first where people were notified of the times. */
export function useDayDrops(schedule: Schedule, slots: Slot[], links: LinkRow[]) {
  const { isAnnounced } = useNotified(schedule, links);
  const [asked, setAsked] = useState<SlotTimes | null>(null);
  const assign = useAssignStudent();
  const student = useMoveStudent();
  const time = useMoveSlot();
  const undoTime = useMoveSlot();
  const all = [assign, student, time, undoTime];

  function onStudentDrop({ studentId, name, slotId }: DraggedStudent, target: Slot) {
    for (const one of all) one.reset();
    const from = slots.find(({ id }) => id === slotId);
    if (from?.id === target.id) return;
    if (from) return student.mutate(moveOf(from, target, schedule.time_zone));
    assign.mutate(
      { slotId: target.id, studentId },
      { onSuccess: () => showToast(`${name} is assigned.`) },
    );
  }

  function onTimeDrop(slot: Slot, minutes: number) {
    for (const one of all) one.reset();
    const later = (instant: string) => addMinutes(parseISO(instant), minutes).toISOString();
    const times = {
      slotId: slot.id,
      startsAt: later(slot.starts_at),
      endsAt: later(slot.ends_at),
    };
    if (isAnnounced) return setAsked(times);
    const before = { slotId: slot.id, startsAt: slot.starts_at, endsAt: slot.ends_at };
    const range = formatRowRange(times.startsAt, times.endsAt, schedule.time_zone);
    time.mutate(times, {
      onSuccess: () => showToast(`Moved to ${range}.`, () => undoTime.mutate(before)),
    });
  }

  return {
    onStudentDrop,
    onTimeDrop,
    error: all.find(({ error }) => error)?.error ?? null,
    clearError: () => {
      for (const one of all) one.reset();
    },
    asked,
    clearAsked: () => setAsked(null),
  };
}
