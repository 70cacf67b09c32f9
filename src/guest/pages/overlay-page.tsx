import { type ReactNode, useEffect, useState } from "react";
import type { Excursion } from "../experience/overlay";
import { Loading } from "./loading";
import { Unreachable } from "./unreachable";

interface ExcursionPageProps {
  excursion: Excursion;
  onClose: () => void;
}

/** The room or the check of devices, whose code comes only now. */
export function ExcursionPage({ excursion, onClose }: ExcursionPageProps) {
  const [page, setPage] = useState<ReactNode>(null);
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads again
  useEffect(() => {
    let isCurrent = true;
    setHasFailed(false);
    load(excursion, onClose).then(
      (loaded) => isCurrent && setPage(loaded),
      () => isCurrent && setHasFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [excursion, onClose, attempt]);

  if (hasFailed) return <Unreachable onRetry={() => setAttempt(attempt + 1)} />;
  return page ?? <Loading />;
}

async function load(excursion: Excursion, onClose: () => void): Promise<ReactNode> {
  if (excursion.to === "check") {
    const { default: GuestCheck } = await import("../room/guest-check");
    return <GuestCheck onClose={onClose} />;
  }
  const { default: GuestRoom } = await import("../room/guest-room");
  return <GuestRoom slotId={excursion.slotId} onClose={onClose} />;
}
