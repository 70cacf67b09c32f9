import { cx } from "../cx";

export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <span role={label ? "status" : undefined} className="inline-flex items-center gap-2">
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        fill="none"
        className={cx("size-4 shrink-0 animate-spin", className)}
      >
        <circle
          cx="8"
          cy="8"
          r="6.2"
          stroke="currentColor"
          strokeOpacity="0.25"
          strokeWidth="1.8"
        />
        <path
          d="M14.2 8A6.2 6.2 0 0 0 8 1.8"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
        />
      </svg>
      {label}
    </span>
  );
}
