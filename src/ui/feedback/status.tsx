import type { ReactNode } from "react";
import { cx } from "../cx";

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";
/** The shape says it too: done, not yet, a problem, does not apply. */
export type Mark = "dot" | "ring" | "triangle" | "dash";

const tones: Record<Tone, string> = {
  neutral: "text-muted",
  accent: "text-accent-ink",
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
};

const shapes: Record<Mark, ReactNode> = {
  dot: <circle cx="5" cy="5" r="3.5" fill="currentColor" />,
  ring: <circle cx="5" cy="5" r="3" stroke="currentColor" strokeWidth="1.4" />,
  triangle: <path d="M5 1 9.3 8.6H.7z" fill="currentColor" />,
  dash: <path d="M2 5h6" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />,
};

interface StatusProps {
  tone?: Tone;
  mark?: Mark;
  className?: string;
  children: ReactNode;
}

export function Status({ tone = "neutral", mark = "dot", className, children }: StatusProps) {
  return (
    <span
      className={cx(
        "inline-flex items-baseline gap-1.5 whitespace-nowrap",
        (tone === "danger" || tone === "warning") && tones[tone],
        className,
      )}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 10 10"
        fill="none"
        className={cx("size-2.5 shrink-0", tones[tone])}
      >
        {shapes[mark]}
      </svg>
      {children}
    </span>
  );
}
