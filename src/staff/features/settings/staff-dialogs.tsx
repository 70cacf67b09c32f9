import { explainError } from "../../../lib/errors/explain-error";
import { paths } from "../../../paths";
import { showToast } from "../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog";
import { type StaffMember, useRemoveStaff, useSetStaffRole } from "./api";

interface RemoveDialogProps {
  member: StaffMember;
  isMe: boolean;
  onClose: () => void;
}

export function RemoveDialog({ member, isMe, onClose }: RemoveDialogProps) {
  const { user_id, full_name: name } = member;
  const remove = useRemoveStaff(() =>
    isMe ? startAgain() : showToast(`${name} is no longer on the staff.`),
  );
  return (
    <ConfirmDialog
      title={isMe ? "Remove yourself from the staff?" : `Remove ${name} from the staff?`}
      action={isMe ? "Remove myself" : `Remove ${name}`}
      isDanger
      isOpen
      isPending={remove.isPending}
      error={remove.error && explainError(remove.error)}
      onConfirm={() => remove.mutate(user_id)}
      onClose={onClose}
    >
      {isMe ? "You lose" : `${name} loses`} access to everything here at once. Past activity stays
      on record.
    </ConfirmDialog>
  );
}

interface DemoteDialogProps {
  userId: string;
  onClose: () => void;
}

export function DemoteDialog({ userId, onClose }: DemoteDialogProps) {
  const setRole = useSetStaffRole(startAgain);
  return (
    <ConfirmDialog
      title="Give up being an admin?"
      action="Become a viewer"
      isDanger
      isOpen
      isPending={setRole.isPending}
      error={setRole.error && explainError(setRole.error)}
      onConfirm={() => setRole.mutate({ user_id: userId, role: "viewer" })}
      onClose={onClose}
    >
      You can still read everything, but change nothing. Only another admin can make you one again.
    </ConfirmDialog>
  );
}

/** What the app may show follows from who one is: read anew. */
function startAgain() {
  location.assign(paths.home());
}
