import type { ReactNode } from "react";
import { ErrorBanner } from "../../shared/forms/error-banner";
import { Button } from "../../ui/buttons/button";
import type { IconName } from "../../ui/icons/icon";
import { useCloseDialog } from "../../ui/overlays/close-dialog";
import { Dialog, DialogActions, DialogBody } from "../../ui/overlays/dialog";
import { FormFrame, type FormState } from "./form-frame";

interface DialogFormProps {
  form: FormState;
  /** The verb on the button. */
  action: string;
  icon?: IconName;
  isDisabled?: boolean;
  /** Other buttons that submit. */
  otherActions?: ReactNode;
  /** Stops the saving, which holds the dialog until then. */
  onStop?: () => void;
  children: ReactNode;
}

interface FormDialogProps extends DialogFormProps {
  title: string;
  width?: "sm" | "md";
  returnTo?: string;
  onClose: () => void;
}

export function FormDialog({ title, width, returnTo, onClose, ...props }: FormDialogProps) {
  const isLocked = props.onStop && props.form.isPending;
  return (
    <Dialog {...{ title, width, returnTo, isLocked, onClose }} isOpen>
      <DialogForm {...props} />
    </Dialog>
  );
}

/** A form in a dialog. What no field can show stands above the buttons. */
export function DialogForm(props: DialogFormProps) {
  const { form, action, icon, isDisabled, otherActions, onStop, children } = props;
  const close = useCloseDialog();
  const stop = form.isPending ? onStop : undefined;
  return (
    <FormFrame form={form} className="contents">
      <DialogBody>
        {children}
        <ErrorBanner error={form.formError} />
      </DialogBody>
      <DialogActions>
        <Button onClick={stop ?? (() => close?.())}>{stop ? "Stop" : "Cancel"}</Button>
        {otherActions}
        <Button
          type="submit"
          variant="primary"
          icon={icon}
          isPending={form.isPending}
          disabled={isDisabled}
        >
          {action}
        </Button>
      </DialogActions>
    </FormFrame>
  );
}
