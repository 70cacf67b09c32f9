import type { ComponentProps } from "react";
import { cx } from "../../ui/cx";
import { RoomIcon, type RoomIconName } from "./room-icon";

interface ControlButtonProps extends ComponentProps<"button"> {
  icon: RoomIconName;
  label: string;
  /** What is written on it where there is room, if not the label. */
  text?: string;
  /** Calls for a look: off where one expects on. */
  isAlert?: boolean;
  badge?: number;
}

export function ControlButton(props: ControlButtonProps) {
  const { icon, label, text = label, isAlert, badge = 0, className, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(
        "relative inline-flex h-11 min-w-11 items-center justify-center gap-1.5 rounded-md border px-2.5 font-medium text-sm",
        "transition-colors aria-expanded:bg-pressed disabled:opacity-50",
        isAlert
          ? "border-danger bg-danger-soft text-danger"
          : "border-line bg-raised hover:bg-hover",
        className,
      )}
    >
      <RoomIcon name={icon} />
      <span aria-hidden="true" className="hidden lg:inline">
        {text}
      </span>
      {badge > 0 && (
        <span
          aria-hidden="true"
          className="absolute -top-1.5 -right-1.5 min-w-5 rounded-full bg-accent px-1 text-center text-white text-xs/5"
        >
          {badge}
        </span>
      )}
    </button>
  );
}
