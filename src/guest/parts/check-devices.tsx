import { Button } from "../../ui/buttons/button";
import type { Schedule } from "../experience/experience";
import { useGuest } from "../experience/guest-context";

/** On any day before an In-App Video interview, and on the day itself. */
export function CheckDevices({ schedule }: { schedule: Schedule }) {
  const { go } = useGuest();
  if (schedule.video !== "in_app") return null;
  return (
    <Button
      variant="quiet"
      size="lg"
      className="-mx-2 self-start px-2!"
      onClick={() => go({ to: "check" })}
    >
      Check camera and microphone
    </Button>
  );
}
