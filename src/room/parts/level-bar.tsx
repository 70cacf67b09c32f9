import { useEffect, useRef } from "react";
import { cx } from "../../ui/cx";
import { meterOf } from "../media/level";

interface LevelBarProps {
  track: MediaStreamTrack | null;
  /** Whose voice it shows. */
  label: string;
  className?: string;
}

/** How loud it is, drawn without rendering anything anew. */
export function LevelBar({ track, label, className }: LevelBarProps) {
  const bar = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    if (!track) return;
    const meter = meterOf(track);
    const timer = setInterval(() => {
      if (bar.current) bar.current.value = meter.level();
    }, 100);
    return () => {
      clearInterval(timer);
      meter.close();
    };
  }, [track]);
  return (
    <meter
      ref={bar}
      min={0}
      max={1}
      value={0}
      aria-label={label}
      className={cx("level h-1.5 w-full rounded-full", className)}
    />
  );
}
