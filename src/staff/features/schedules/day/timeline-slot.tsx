import { useEffect, useRef } from "react";
import { formatRowRange } from "../../../../lib/dates/format-date";
import { listNames } from "../../../../lib/list-names";
import type { Enums } from "../../../../lib/supabase/database.types";
import { degreeOf } from "../../../../shared/degree";
import { cx } from "../../../../ui/cx";
import { Status } from "../../../../ui/feedback/status";
import { Icon } from "../../../../ui/icons/icon";
import { outcomeLabels } from "../../../labels";
import { useDialog } from "../../../url/use-dialog";
import { draggedAs, useStudentDrop } from "../../assignments/shared/student-drag";
import { NotificationStatus } from "../../links/shared/notification-status";
import { isNotified } from "../../links/shared/notified-warning";
import type { Slot } from "../api";
import type { Day } from "./day";
import { SlotMenu } from "./slot-menu";

interface SlotProps {
  slot: Slot;
  day: Day;
}

export function TimelineSlot({ slot, day }: SlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const shownStudent = useRef(slot.student_id);

  // The button that was pressed is gone with the change: its place keeps the focus.
  useEffect(() => {
    if (shownStudent.current === slot.student_id) return;
    shownStudent.current = slot.student_id;
    if (document.activeElement === document.body) box.current?.focus();
  }, [slot.student_id]);

  const Slot = slot.kind === "break" ? Break : slot.student ? AssignedSlot : OpenSlot;
  return (
    <div
      id={`slot-${slot.id}`}
      ref={box}
      tabIndex={-1}
      className="min-w-0 flex-1 rounded-md pb-0.5"
    >
      <Slot slot={slot} day={day} />
    </div>
  );
}

const rangeOf = ({ slot, day }: SlotProps) =>
  formatRowRange(slot.starts_at, slot.ends_at, day.schedule.time_zone);

function Break({ slot, day }: SlotProps) {
  const range = rangeOf({ slot, day });
  const label = slot.label ?? "Break";
  return (
    <div className="hatched flex h-full items-center gap-2 overflow-hidden rounded-md pr-1 pl-3 text-muted">
      <p className="min-w-0 flex-1 truncate">
        {label} <span className="sr-only">{range}</span>
      </p>
      {day.canChange && (
        <SlotMenu slot={slot} label={`${label}, ${range}`} hasSeveralInterviewers={false} />
      )}
    </div>
  );
}

function OpenSlot({ slot, day }: SlotProps) {
  const { openDialog } = useDialog("schedule");
  const { isOver, dropProps } = useStudentDrop((dragged) => day.onStudentDrop(dragged, slot));
  const range = rangeOf({ slot, day });
  const box = "flex h-full items-center gap-2 rounded-md border border-edge border-dashed";
  if (!day.canChange) {
    return (
      <p className={cx(box, "px-3 text-muted")}>
        Open <SlotInterviewers slot={slot} day={day} />
      </p>
    );
  }
  return (
    <div
      {...dropProps}
      className={cx(
        box,
        "pr-1 text-muted transition-colors hover:border-solid hover:bg-hover hover:text-ink",
        isOver && dropClass,
      )}
    >
      <button
        type="button"
        className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-md pl-3 text-left"
        onClick={() => openDialog("student", slot.id)}
      >
        <Icon name="plus" />
        <span className="truncate">
          Assign a student<span className="sr-only"> to {range}</span>
          <SlotInterviewers slot={slot} day={day} />
        </span>
      </button>
      <SlotMenu
        slot={slot}
        label={`Open slot, ${range}`}
        hasSeveralInterviewers={day.links.length > 1}
      />
    </div>
  );
}

function AssignedSlot({ slot, day }: SlotProps) {
  const { student } = slot;
  const { isOver, dropProps } = useStudentDrop((dragged) => day.onStudentDrop(dragged, slot));
  const range = rangeOf({ slot, day });
  if (!student) return null;
  const canChange = day.canChange && !slot.outcome;
  const dragged = { studentId: student.id, name: student.full_name, slotId: slot.id };

  return (
    <div
      {...(canChange && { ...draggedAs(dragged), ...dropProps })}
      className={cx(
        "flex h-full items-center gap-2 overflow-hidden rounded-md border border-line bg-surface pr-1 pl-3",
        canChange && "cursor-grab",
        isOver && dropClass,
      )}
    >
      <p className="min-w-0 flex-1 truncate">
        <span className="sr-only">{range}: </span>
        <span className="font-medium">{student.full_name}</span>
        <span className="text-muted">
          {" "}
          {degreeOf(student)}
          <SlotInterviewers slot={slot} day={day} />
        </span>
      </p>
      {slot.outcome ? (
        <Outcome outcome={slot.outcome} />
      ) : (
        <SlotNotification slot={slot} day={day} />
      )}
      {canChange && (
        <SlotMenu
          slot={slot}
          label={`${student.full_name}, ${range}`}
          hasSeveralInterviewers={day.links.length > 1}
          isNotified={day.notifications.some(
            (one) => one.student_id === student.id && isNotified(one),
          )}
        />
      )}
    </div>
  );
}

/** Nothing to show while the schedule is not released and the student was never notified. */
function SlotNotification({ slot, day }: SlotProps) {
  const notification = day.notifications.find(({ student_id }) => student_id === slot.student_id);
  if (!notification || !(day.schedule.released_at || notification.status)) return null;
  return (
    <span className="text-muted">
      <NotificationStatus notification={notification} />
    </span>
  );
}

const dropClass = "border-accent border-solid bg-accent-soft text-ink";

/** Who takes the slot, where that is not everyone of the schedule. */
function SlotInterviewers({ slot, day }: SlotProps) {
  const ids = slot.slot_interviewers.map(({ interviewer_id }) => interviewer_id);
  const names = day.links.filter((link) => ids.includes(link.interviewer_id));
  if (names.length === 0) return null;
  return ` · with ${listNames(names.map(({ full_name }) => full_name))}`;
}

function Outcome({ outcome }: { outcome: Enums<"slot_outcome"> }) {
  if (outcome === "completed") return <Status tone="success">{outcomeLabels.completed}</Status>;
  return (
    <Status tone="warning" mark="triangle">
      {outcomeLabels[outcome]}
    </Status>
  );
}
