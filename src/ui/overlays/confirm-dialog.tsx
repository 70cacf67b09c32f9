import type { ReactNode } from "react";
import { Button } from "../buttons/button";
import { Banner } from "../feedback/banner";
import { Dialog, DialogActions, DialogBody } from "./dialog";

interface ConfirmDialogProps {
  title: string;
  /** What will happen, and to whom. */
  children: ReactNode;
  /** The verb on the button: "Cancel schedule", never "OK". */
  action: string;
  keep?: string;
  isDanger?: boolean;
  isOpen: boolean;
  isPending: boolean;
  error?: string | null;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      title={props.title}
      role="alertdialog"
      width="sm"
      isOpen={props.isOpen}
      onClose={props.onClose}
    >
      <DialogBody>
        <div className="text-pretty">{props.children}</div>
        {props.error && <Banner tone="danger">{props.error}</Banner>}
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{props.keep ?? "Keep as it is"}</Button>
        <Button
          variant={props.isDanger ? "danger" : "primary"}
          isPending={props.isPending}
          onClick={props.onConfirm}
        >
          {props.action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
