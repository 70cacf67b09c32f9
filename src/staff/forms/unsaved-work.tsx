import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from "react";
import { useBeforeUnload, useBlocker } from "react-router";
import { CloseGuard, useCloseDialog } from "../../ui/overlays/close-dialog";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog";

/** What was changed and is not saved, in a dialog or on the page itself. */
interface Work {
  isInDialog: boolean;
}

const UnsavedWork = createContext({
  add: (_: Work) => {},
  remove: (_: Work) => {},
  leave: (go: () => void) => go(),
});

/** As long as it is true, whatever would lose the work asks first. */
export function useUnsavedWork(isUnsaved: boolean): void {
  const { add, remove } = use(UnsavedWork);
  const isInDialog = useCloseDialog() !== null;
  useLayoutEffect(() => {
    if (!isUnsaved) return;
    const work = { isInDialog };
    add(work);
    return () => remove(work);
  }, [isUnsaved, isInDialog, add, remove]);
}

/** Does something that loses all unsaved work, once it may be lost. */
export const useLeave = () => use(UnsavedWork).leave;

/** The one place that asks: before a dialog closes, a link or Back leads away, or a reload. */
export function UnsavedWorkGuard({ children }: { children: ReactNode }) {
  const [works] = useState(() => new Set<Work>());
  const [leaving, setLeaving] = useState<{ go: () => void } | null>(null);
  const { registry, guardDialog } = useMemo(() => {
    function ask(lost: Work[], go: () => void) {
      if (lost.length === 0) return go();
      const goUnasked = () => {
        for (const work of lost) works.delete(work);
        go();
      };
      setLeaving({ go: goUnasked });
    }
    return {
      registry: {
        add: (work: Work) => void works.add(work),
        remove(work: Work) {
          works.delete(work);
          // What was asked about may have been saved meanwhile.
          if (works.size === 0) setLeaving(null);
        },
        leave: (go: () => void) => ask([...works], go),
      },
      guardDialog: (close: () => void) =>
        ask(
          [...works].filter(({ isInDialog }) => isInDialog),
          close,
        ),
    };
  }, [works]);

  const blocker = useBlocker(({ currentLocation: from, nextLocation: to }) => {
    const isPageLeft = from.pathname !== to.pathname;
    // The dialogs of a page stand in its URL.
    const isDialogLeft = isPageLeft || from.search !== to.search;
    return [...works].some(({ isInDialog }) => (isInDialog ? isDialogLeft : isPageLeft));
  });
  useBeforeUnload((event) => {
    if (works.size > 0) event.preventDefault();
  });

  function keep() {
    setLeaving(null);
    blocker.reset?.();
  }

  function discard() {
    setLeaving(null);
    leaving?.go();
    blocker.proceed?.();
  }

  return (
    <>
      <UnsavedWork value={registry}>
        <CloseGuard value={guardDialog}>{children}</CloseGuard>
      </UnsavedWork>
      <ConfirmDialog
        title="Discard changes?"
        action="Discard"
        keep="Keep editing"
        isDanger
        isOpen={leaving !== null || blocker.state === "blocked"}
        isPending={false}
        onConfirm={discard}
        onClose={keep}
      >
        <p>What you changed has not been saved.</p>
      </ConfirmDialog>
    </>
  );
}
