import { type Dialog, paths } from "../../../paths";
import type { StudentNotification } from "../links/notifications-api";
import { whatIsSent } from "../links/shared/what-is-sent";
import type { LinkRow, Schedule } from "./api";

/** Either a dialog of the schedule's page or a page of its own. */
export type Step = { label: string; dialog: Dialog<"schedule"> } | { label: string; path: string };

/** The one thing to do next, from the same criteria that decide whether links may be sent. */
export function nextStep(
  schedule: Schedule,
  unmet: string[],
  links: LinkRow[],
  notifications: StudentNotification[],
): Step | null {
  if (unmet.includes("not_canceled") || unmet.includes("day_not_over")) return null;
  if (unmet.includes("interviews"))
    return { label: "Add slots", path: paths.editSchedule(schedule.id) };
  if (schedule.format === "virtual" && !schedule.video)
    return { label: "Choose video", path: paths.editSchedule(schedule.id) };
  if (unmet.includes("interviewers"))
    return { label: "Assign interviewers", dialog: "interviewers" };
  if (unmet.includes("students")) return { label: "Assign students", dialog: "student" };
  if (unmet.includes("released")) return { label: "Release", dialog: "release" };
  if (schedule.changed_since_release) return { label: "Release the changes", dialog: "release" };
  if (unmet.length === 0 && links.some(({ up_to_date }) => !up_to_date)) {
    return { label: `Send ${whatIsSent(schedule)}`, dialog: "send" };
  }
  if (notifications.some(({ up_to_date }) => !up_to_date))
    return { label: "Notify students", dialog: "notify" };
  return null;
}
