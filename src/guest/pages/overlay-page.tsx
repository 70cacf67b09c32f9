import { type ReactNode, useEffect, useState } from "react";
import type { Overlay } from "../experience/overlay";
import { Loading } from "./loading";
import { Unreachable } from "./unreachable";

interface OverlayPageProps {
  overlay: Overlay;
  onClose: () => void;
}

/** The room or the check of devices, whose code comes only now. */
export function OverlayPage({ overlay, onClose }: OverlayPageProps) {
  const [page, setPage] = useState<ReactNode>(null);
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads again
  useEffect(() => {
    let isCurrent = true;
    setHasFailed(false);
    load(overlay, onClose).then(
      (loaded) => isCurrent && setPage(loaded),
      () => isCurrent && setHasFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [overlay, onClose, attempt]);

  if (hasFailed) return <Unreachable onRetry={() => setAttempt(attempt + 1)} />;
  return page ?? <Loading />;
}

async function load(overlay: Overlay, onClose: () => void): Promise<ReactNode> {
  if (overlay.to === "check") {
    const { default: GuestCheck } = await import("../room/guest-check");
    return <GuestCheck onClose={onClose} />;
  }
  const { default: GuestRoom } = await import("../room/guest-room");
  return <GuestRoom slotId={overlay.slotId} onClose={onClose} />;
}
