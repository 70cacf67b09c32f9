import { buttonClass } from "../../components/button-class";
import { cx } from "../../components/cx";
import { Icon } from "../../components/icon";
import type { Schedule } from "../experience";

/** Opens the employer's own meeting; nothing for a schedule without one. */
export function JoinButton({ schedule }: { schedule: Schedule }) {
  if (schedule.video !== "employer_url" || !schedule.meeting_url) return null;
  return (
    <a
      href={schedule.meeting_url}
      target="_blank"
      rel="noopener noreferrer"
      className={cx(buttonClass("primary", "lg"), "w-full")}
    >
      Join interview
      <Icon name="external" />
      <span className="sr-only">(opens your video meeting in a new tab)</span>
    </a>
  );
}
