import { useEffect, useRef } from "react";
import { cx } from "../../../components/cx";
import { Icon } from "../../../components/icon";
import { Menu } from "../../../components/menu";
import { Status } from "../../../components/status";
import { showToast } from "../../../components/toast";
import type { Enums } from "../../../lib/database.types";
import { formatTime, formatTimeRange } from "../../../lib/dates";
import { explainError } from "../../../lib/explain-error";
import { useSearchState } from "../../use-search-state";
import type { Schedule, Slot } from "./api";
import { useAssignStudent } from "./assign-api";

interface TimelineSlotProps {
  slot: Slot;
  schedule: Schedule;
  canChange: boolean;
  isTimeHidden: boolean;
}

export function TimelineSlot({ slot, schedule, canChange, isTimeHidden }: TimelineSlotProps) {
  const { time_zone: zone } = schedule;
  const range = formatTimeRange(slot.starts_at, slot.ends_at, zone);
  const box = useRef<HTMLDivElement>(null);
  const shownStudent = useRef(slot.student_id);

  // The button that was pressed is gone with the change: its place keeps the focus.
  useEffect(() => {
    if (shownStudent.current === slot.student_id) return;
    shownStudent.current = slot.student_id;
    if (document.activeElement === document.body) box.current?.focus();
  }, [slot.student_id]);

  return (
    <>
      <time
        dateTime={slot.starts_at}
        className={cx(
          "w-16 shrink-0 text-right text-muted text-xs tabular-nums",
          isTimeHidden && "opacity-0",
        )}
      >
        {formatTime(slot.starts_at, zone)}
      </time>
      <div
        id={`slot-${slot.id}`}
        ref={box}
        tabIndex={-1}
        className="min-w-0 flex-1 rounded-md pb-0.5"
      >
        {slot.kind === "break" ? (
          <p className="hatched flex h-full items-center gap-2 overflow-hidden rounded-md px-3 text-muted">
            {slot.label ?? "Break"} <span className="sr-only">{range}</span>
          </p>
        ) : slot.student ? (
          <AssignedSlot slot={slot} range={range} canChange={canChange} />
        ) : (
          <OpenSlot slot={slot} range={range} canChange={canChange} />
        )}
      </div>
    </>
  );
}

interface SlotProps {
  slot: Slot;
  range: string;
  canChange: boolean;
}

function OpenSlot({ slot, range, canChange }: SlotProps) {
  const { openDialog } = useSearchState();
  const box =
    "flex h-full w-full items-center gap-2 rounded-md border border-edge border-dashed px-3";
  if (!canChange) return <p className={`${box} text-muted`}>Open</p>;
  return (
    <button
      type="button"
      className={`${box} group text-left text-muted transition-colors hover:border-solid hover:bg-hover hover:text-ink`}
      onClick={() => openDialog("student", slot.id)}
    >
      <Icon name="plus" />
      <span>
        Assign a student<span className="sr-only"> to {range}</span>
      </span>
    </button>
  );
}

function AssignedSlot({ slot, range, canChange }: SlotProps) {
  const { student } = slot;
  const undo = useAssignStudent();
  const unassign = useAssignStudent(() =>
    showToast(`${student?.full_name} was unassigned.`, () =>
      undo.mutate({ slotId: slot.id, studentId: slot.student_id }),
    ),
  );
  if (!student) return null;

  return (
    <div className="flex h-full items-center gap-2 overflow-hidden rounded-md border border-line bg-surface pr-1 pl-3">
      <p className="min-w-0 flex-1 truncate">
        <span className="sr-only">{range}: </span>
        <span className="font-medium">{student.full_name}</span>
        <span className="text-muted">
          {" "}
          {[student.program, student.class_year].filter(Boolean).join(" ")}
        </span>
      </p>
      {unassign.isError && (
        <span role="alert" className="truncate text-danger">
          {explainError(unassign.error)}
        </span>
      )}
      {slot.outcome && <Outcome outcome={slot.outcome} />}
      {canChange && !slot.outcome && (
        <Menu
          label={`${student.full_name}, ${range}`}
          isCompact
          actions={[
            {
              id: "unassign",
              label: "Unassign",
              icon: "x",
              onAction: () => unassign.mutate({ slotId: slot.id, studentId: null }),
            },
          ]}
        />
      )}
    </div>
  );
}

function Outcome({ outcome }: { outcome: Enums<"slot_outcome"> }) {
  if (outcome === "completed") return <Status tone="success">Completed</Status>;
  const words = {
    student_no_show: "Student did not come",
    interviewer_no_show: "Interviewer did not come",
    technical_failure: "Technical failure",
  };
  return (
    <Status tone="warning" mark="triangle">
      {words[outcome]}
    </Status>
  );
}
