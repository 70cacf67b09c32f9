import { Icon } from "../../components/icon";

/** Opens the choice of devices. */
export function DeviceButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label="Choose devices"
      title="Choose devices"
      aria-expanded={isOpen}
      onClick={onPress}
      className="inline-flex size-11 items-center justify-center rounded-md border border-line bg-raised transition-colors hover:bg-hover aria-expanded:bg-pressed"
    >
      <Icon name="settings" className="size-5" />
    </button>
  );
}
