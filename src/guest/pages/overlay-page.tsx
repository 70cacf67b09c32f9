import { lazy, Suspense } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { FailurePage } from "../../shared/failure-page";
import type { Overlay } from "../experience/overlay";
import { Loading } from "./loading";

const GuestCheck = lazy(() => import("../room/guest-check"));
const GuestRoom = lazy(() => import("../room/guest-room"));

interface OverlayPageProps {
  overlay: Overlay;
  onClose: () => void;
}

/** The room or the check of devices, whose code comes only now. */
export function OverlayPage({ overlay, onClose }: OverlayPageProps) {
  return (
    <ErrorBoundary fallbackRender={({ error }) => <FailurePage error={error} onClose={onClose} />}>
      <Suspense fallback={<Loading />}>
        {overlay.to === "check" ? (
          <GuestCheck onClose={onClose} />
        ) : (
          <GuestRoom slotId={overlay.slotId} onClose={onClose} />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}
