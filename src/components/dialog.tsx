import { type ReactNode, useEffect, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./button";
import { cx } from "./cx";

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
  const isSettled = useSettledFocus();
  useEffect(() => (isOpen ? () => keepFocus(returnTo) : undefined), [isOpen, returnTo]);
  return (
    <ModalOverlay
      isOpen={isOpen && isSettled}
      onOpenChange={(open) => open || onClose()}
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
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          <div className="flex items-start gap-3 px-4 pt-4 pb-1 sm:px-5">
            <Heading slot="title" className="min-w-0 flex-1 font-semibold text-md wrap-anywhere">
              {title}
            </Heading>
            {!isLocked && (
              <IconButton
                icon="x"
                label="Close"
                onClick={onClose}
                className="-mt-1 -mr-1.5 touch:-mt-2.5 touch:-mr-3"
              />
            )}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

// After react-aria has tried to give the focus back to what opened the dialog.
function keepFocus(id: string) {
  setTimeout(() => {
    const target = document.getElementById(id) ?? document.getElementById("main");
    if (document.activeElement === document.body) target?.focus({ preventScroll: true });
  }, 50);
}

// The menu that it was chosen from gives the focus back to its button two frames later: that is
// where the focus has to return when the dialog closes, not to the menu's item, long gone.
function useSettledFocus(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setIsSettled(true));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return isSettled;
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
