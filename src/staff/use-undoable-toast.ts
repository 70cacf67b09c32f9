import { showToast } from "../components/toast";
import { explainError } from "../lib/explain-error";
import { useUndoAssignments } from "./features/schedules/assignments-api";

/** Says that a change of assignments was made, and offers to take it back as a whole. */
export function useUndoableToast() {
  const { mutate } = useUndoAssignments((error) => showToast(explainError(error)));
  return (text: string, changeId: string) => showToast(text, () => mutate(changeId));
}
