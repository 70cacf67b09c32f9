import { explainError } from "../../../../lib/errors/explain-error";
import type { Dialog } from "../../../../paths";
import { Menu, type MenuAction } from "../../../../ui/buttons/menu";
import { showToast } from "../../../../ui/feedback/toast";
import { useDialog } from "../../../url/use-dialog";
import { useAssignStudent } from "../../assignments/assign-api";
import type { Slot } from "../api";
import { useAddSlot, useRemoveSlot } from "../slots-api";

interface SlotMenuProps {
  slot: Slot;
  /** Who or what holds it, and when. */
  label: string;
  hasSeveralInterviewers: boolean;
  /** Its student was notified of it. */
  isNotified?: boolean;
}

/** All that dragging does, and the rest. */
export function SlotMenu({ slot, label, hasSeveralInterviewers, isNotified }: SlotMenuProps) {
  const { openDialog } = useDialog("schedule");
  const { student } = slot;
  const onError = (error: Error) => showToast(explainError(error));
  const undo = useAssignStudent();
  const unassign = useAssignStudent(() =>
    showToast(`${student?.full_name} was unassigned.`, () =>
      undo.mutate({ slotId: slot.id, studentId: slot.student_id }, { onError }),
    ),
  );
  const add = useAddSlot(onError);
  const remove = useRemoveSlot(() =>
    showToast("The slot was removed.", () =>
      add.mutate({
        scheduleId: slot.schedule_id,
        startsAt: slot.starts_at,
        endsAt: slot.ends_at,
        kind: slot.kind,
        label: slot.label ?? "",
      }),
    ),
  );
  const open = (
    dialog: Dialog<"schedule">,
    text: string,
    rest: Partial<MenuAction> = {},
  ): MenuAction => ({
    id: dialog,
    label: text,
    onAction: () => openDialog(dialog, slot.id),
    ...rest,
  });

  return (
    <Menu
      label={label}
      isCompact
      actions={[
        ...(student
          ? [
              open("move", "Move to…"),
              open("swap", "Swap with…"),
              isNotified
                ? open("unassign", "Unassign…")
                : {
                    id: "unassign",
                    label: "Unassign",
                    onAction: () =>
                      unassign.mutate({ slotId: slot.id, studentId: null }, { onError }),
                  },
            ]
          : []),
        open("time", "Change time…", { startsGroup: student !== null }),
        ...(slot.kind === "interview" && hasSeveralInterviewers
          ? [open("slot-interviewers", "Choose interviewers…")]
          : []),
        ...(student
          ? []
          : [
              {
                id: "remove",
                label: slot.kind === "break" ? "Remove the break" : "Remove the slot",
                isDanger: true,
                onAction: () => remove.mutate(slot.id, { onError }),
              },
            ]),
      ]}
    />
  );
}
