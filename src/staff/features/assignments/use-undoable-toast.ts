import { explainError } from "../../../lib/errors/explain-error";
import { showToast } from "../../../ui/feedback/toast";
import { useUndoAssignments } from "./api";

/** Says that a change of assignments was made, and offers to take it back as a whole. */
export function useUndoableToast() {
  const { mutate } = useUndoAssignments((error) => showToast(explainError(error)));
  return (text: string, changeId: string) => showToast(text, () => mutate(changeId));
}
