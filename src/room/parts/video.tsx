import { useEffect, useRef } from "react";
import { cx } from "../../ui/cx";

interface VideoProps {
  stream: MediaStream | null;
  label: string;
  isMirrored?: boolean;
  isWhole?: boolean;
  className?: string;
}

/** A picture without its sound, which plays apart from it. */
export function Video({ stream, label, isMirrored, isWhole, className }: VideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      muted
      autoPlay
      playsInline
      aria-label={label}
      className={cx(
        "size-full",
        isWhole ? "object-contain" : "object-cover",
        isMirrored && "-scale-x-100",
        className,
      )}
    />
  );
}
