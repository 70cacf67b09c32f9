import { explainError } from "../../../../lib/errors/explain-error";
import { documentKindLabels } from "../../../../shared/labels";
import { showToast } from "../../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { type StudentDocument, useRemoveDocument } from "./documents-api";

interface RemoveDocumentDialogProps {
  document: StudentDocument;
  name: string;
  onClose: () => void;
}

export function RemoveDocumentDialog({ document, name, onClose }: RemoveDocumentDialogProps) {
  const { id, kind, file_name } = document;
  const remove = useRemoveDocument(() => {
    onClose();
    showToast(`${file_name} is removed.`);
  });
  return (
    <ConfirmDialog
      title={`Remove ${name}’s ${documentKindLabels[kind].toLowerCase()}?`}
      action="Remove document"
      isDanger
      isOpen
      isPending={remove.isPending}
      error={remove.isError ? explainError(remove.error) : null}
      onConfirm={() => remove.mutate(id)}
      onClose={onClose}
    >
      <p className="wrap-anywhere">
        “{file_name}” is deleted for good, and interviewers can no longer open it.
      </p>
    </ConfirmDialog>
  );
}
