import { formatSpan } from "../../../../lib/dates/format-date";
import { useSwapStudents } from "../api";
import { useUndoableToast } from "../use-undoable-toast";

interface Place {
  id: string;
  starts_at: string;
  ends_at: string;
  student: { full_name: string } | null;
}

/** Moves a slot's student to another slot, or swaps the two students, with one undo for both. */
export function useMoveStudent(onDone?: () => void) {
  const toastWithUndo = useUndoableToast();
  const swap = useSwapStudents((changeId, { text }) => {
    onDone?.();
    toastWithUndo(text, changeId);
  });

  function move(from: Place, to: Place, toZone: string) {
    const name = from.student?.full_name;
    const text = to.student
      ? `${name} and ${to.student.full_name} have swapped.`
      : `${name} is moved to ${formatSpan(to.starts_at, to.ends_at, toZone)}.`;
    swap.mutate({ slotId: from.id, otherSlotId: to.id, text });
  }

  return { move, isPending: swap.isPending, error: swap.error, reset: swap.reset };
}
