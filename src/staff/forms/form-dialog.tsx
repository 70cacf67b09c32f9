import type { ReactNode } from "react";
import { explainError } from "../../lib/errors/explain-error";
import { fieldOf } from "../../lib/errors/messages";
import { Button } from "../../ui/buttons/button";
import { Banner } from "../../ui/feedback/banner";
import { Dialog, DialogActions, DialogBody } from "../../ui/overlays/dialog";

interface FormDialogProps {
  title: string;
  /** The verb on the button. */
  action: string;
  /** The fields that show their own problem. */
  fields: string[];
  save: { isPending: boolean; error: unknown };
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog. What no field can say about its failure stands above them. */
export function FormDialog(props: FormDialogProps) {
  const { title, action, fields, save, onSubmit, onClose, children } = props;
  const { error } = save;
  const isAtField = fields.includes(fieldOf(error) ?? "");
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <DialogBody>
          {error != null && !isAtField && <Banner tone="danger">{explainError(error)}</Banner>}
          {children}
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
