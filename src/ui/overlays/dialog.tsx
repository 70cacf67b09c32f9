import { type ReactNode, use, useEffect, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "../buttons/button";
import { cx } from "../cx";
import { CloseDialog, CloseGuard } from "./close-dialog";
import { opener } from "./opener";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Work is under way that a stray Escape or click outside must not lose. */
  isLocked?: boolean;
  role?: "dialog" | "alertdialog";
  width?: "sm" | "md" | "lg";
  /** Where the focus goes when what opened the dialog is gone: an element's id. */
  returnTo?: string;
  children: ReactNode;
}

const widths = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-4xl" };

export function Dialog(props: DialogProps) {
  const {
    title,
    isOpen,
    onClose,
    isLocked,
    role,
    width = "md",
    returnTo = "main",
    children,
  } = props;
  const guard = use(CloseGuard);
  const close = () => guard(onClose);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => open || close()}
      isDismissable={!isLocked && role !== "alertdialog"}
      isKeyboardDismissDisabled={isLocked}
      className="fixed inset-0 z-10 flex animate-appear items-end justify-center bg-scrim sm:items-start sm:overflow-y-auto sm:p-6 sm:pt-[9vh]"
    >
      <Modal
        className={cx(
          "flex max-h-[94dvh] w-full animate-rise flex-col rounded-t-xl border border-line bg-raised shadow-float sm:max-h-none sm:rounded-xl",
          widths[width],
        )}
      >
        <FocusReturn to={returnTo} />
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          <div className="flex items-start gap-3 px-4 pt-4 pb-1 sm:px-5">
            <Heading slot="title" className="min-w-0 flex-1 font-semibold text-md wrap-anywhere">
              {title}
            </Heading>
            {!isLocked && (
              <IconButton
                icon="x"
                label="Close"
                onClick={close}
                className="-mt-1 -mr-1.5 touch:-mt-2.5 touch:-mr-3"
              />
            )}
          </div>
          <CloseDialog value={close}>{children}</CloseDialog>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Gives the focus back when the dialog is gone: to what opened it or, if that is gone too, to an element. */
function FocusReturn({ to }: { to: string }) {
  const [from] = useState(opener);
  useEffect(
    () => () => {
      // One frame later, and after react-aria, which does it for what is still there.
      requestAnimationFrame(() => {
        for (const element of [from, document.getElementById(to), document.getElementById("main")])
          if (document.activeElement === document.body && element instanceof HTMLElement)
            element.focus({ preventScroll: true });
      });
    },
    [from, to],
  );
  return null;
}

export function DialogBody({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-4 py-3 sm:overflow-visible sm:px-5">
      {children}
    </div>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 px-4 pt-2 pb-4 sm:px-5">
      {children}
    </div>
  );
}
