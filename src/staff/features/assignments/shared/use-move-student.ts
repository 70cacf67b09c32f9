import { formatSpan } from "../../../../lib/dates/format-date";
import { type Swap, useSwapStudents } from "../api";
import { useUndoableToast } from "../use-undoable-toast";

interface Place {
  id: string;
  starts_at: string;
  ends_at: string;
  student: { full_name: string } | null;
}

/** Moves a slot's student to another slot, or swaps the two students, with one undo for both. */
export function useMoveStudent() {
  const sayWithUndo = useUndoableToast();
  return useSwapStudents((changeId, { text }) => sayWithUndo(text, changeId));
}

export function moveOf(from: Place, to: Place, toZone: string): Swap {
  const name = from.student?.full_name;
  const text = to.student
    ? `${name} and ${to.student.full_name} have swapped.`
    : `${name} is moved to ${formatSpan(to.starts_at, to.ends_at, toZone)}.`;
  return { slotId: from.id, otherSlotId: to.id, text };
}
