import { cx } from "../../ui/cx";
import { Icon } from "../../ui/icons/icon";

interface DeviceButtonProps {
  isOpen: boolean;
  hasProblem: boolean;
  onPress: () => void;
}

/** Opens the choice of devices, and says when one of them needs a look. */
export function DeviceButton({ isOpen, hasProblem, onPress }: DeviceButtonProps) {
  const label = hasProblem ? "Choose devices: a problem" : "Choose devices";
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={onPress}
      className={cx(
        "relative inline-flex size-11 items-center justify-center rounded-md border border-line",
        "bg-raised transition-colors hover:bg-hover aria-expanded:bg-pressed",
      )}
    >
      <Icon name="settings" className="size-5" />
      {hasProblem && (
        <Icon name="alert" className="absolute -top-1.5 -right-1.5 bg-sunken text-warning" />
      )}
    </button>
  );
}
