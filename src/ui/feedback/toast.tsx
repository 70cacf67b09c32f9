import {
  UNSTABLE_Toast as AriaToast,
  Button,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { buttonClass, iconButtonClass } from "../buttons/button-class";
import { Icon } from "../icons/icon";

interface ToastMessage {
  text: string;
  undo?: () => void;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });
const shownMs = 6000;
const undoMs = 12_000;

/** Says that something was done. Errors belong where they happened, not here. */
export function showToast(text: string, undo?: () => void): void {
  queue.add({ text, undo }, { timeout: undo ? undoMs : shownMs });
}

export function Toasts() {
  return (
    <ToastRegion
      queue={queue}
      className="fixed inset-x-4 bottom-4 z-20 flex flex-col items-center gap-2 outline-none"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex min-h-11 max-w-full animate-rise items-center gap-2 rounded-lg border border-line bg-raised py-1 pr-1.5 pl-3.5 text-sm shadow-float"
        >
          <ToastContent className="min-w-0 flex-1">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              className={buttonClass("quiet", "sm")}
              onPress={() => {
                toast.content.undo?.();
                queue.close(toast.key);
              }}
            >
              Undo
            </Button>
          )}
          <Button slot="close" aria-label="Dismiss" className={iconButtonClass()}>
            <Icon name="x" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
