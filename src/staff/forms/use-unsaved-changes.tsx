import { useRef } from "react";
import { useBlocker } from "react-router";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog";

/** Asks before a page is left on which something was changed, unless `leave` said that it may be. */
export function useUnsavedChanges(isChanged: boolean) {
  const mayLeave = useRef(false);
  // Dialogs are in the URL as well, on the same page.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isChanged && !mayLeave.current && currentLocation.pathname !== nextLocation.pathname,
  );
  return {
    leave() {
      mayLeave.current = true;
    },
    question: (
      <ConfirmDialog
        title="Leave without saving?"
        action="Leave"
        keep="Stay"
        isOpen={blocker.state === "blocked"}
        isPending={false}
        onConfirm={() => blocker.proceed?.()}
        onClose={() => blocker.reset?.()}
      >
        <p>What you changed on this page is lost.</p>
      </ConfirmDialog>
    ),
  };
}
