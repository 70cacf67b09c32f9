import { useQuery } from "@tanstack/react-query";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { Spinner } from "../../../../ui/feedback/spinner";
import { Dialog, DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import { planQuery, useApplyPlan } from "../api";
import { AssignmentPlan } from "../assignment-plan";
import { useUndoableToast } from "../use-undoable-toast";

interface AutoAssignDialogProps {
  scheduleIds: string[];
  /** How many slots are empty now. */
  openSlots: number;
  onClose: () => void;
}

const students = (count: number) => (count === 1 ? "1 student" : `${count} students`);

/** The whole plan before anything happens; applied as it was shown, or not at all. */
export function AutoAssignDialog({ scheduleIds, openSlots, onClose }: AutoAssignDialogProps) {
  const plan = useQuery(planQuery(scheduleIds));
  const toastWithUndo = useUndoableToast();
  const apply = useApplyPlan((changeId, applied) => {
    onClose();
    toastWithUndo(`${students(applied.length)} assigned.`, changeId);
  });
  const placed = plan.data?.filter(({ slot_id }) => slot_id) ?? [];
  const left = plan.data?.filter(({ slot_id }) => !slot_id) ?? [];

  return (
    <Dialog title="Auto-assign" isOpen onClose={onClose} isLocked={apply.isPending}>
      <DialogBody>
        {plan.isPending && <Spinner label="Planning…" />}
        {plan.isError && <Banner tone="danger">{explainError(plan.error)}</Banner>}
        {plan.data && (
          <AssignmentPlan placed={placed} left={left} isFull={openSlots <= placed.length} />
        )}
        {apply.isError && (
          <Banner
            tone="danger"
            action={
              <Button
                size="sm"
                onClick={() => {
                  apply.reset();
                  plan.refetch();
                }}
              >
                Plan again
              </Button>
            }
          >
            {explainError(apply.error)} Nobody was assigned.
          </Banner>
        )}
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>{placed.length > 0 ? "Cancel" : "Close"}</Button>
        {placed.length > 0 && (
          <Button
            variant="primary"
            isPending={apply.isPending}
            onClick={() => apply.mutate(placed)}
          >
            Assign {students(placed.length)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
