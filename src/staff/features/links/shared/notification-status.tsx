import { Status } from "../../../../ui/feedback/status";
import { isInFlight } from "../../emails/api";
import type { StudentNotification } from "../notifications-api";

/** Whether a student was notified of their slot. */
export function NotificationStatus({ notification }: { notification: StudentNotification }) {
  const { status, outdated, opened_at, link_reset } = notification;
  if (!status) return <Status mark="ring">Not notified</Status>;
  if (isInFlight(status)) return <Status mark="ring">Sending</Status>;
  if (status === "delayed") return <Status tone="warning">Delayed</Status>;
  const problem = problems[status];
  if (problem) {
    return (
      <Status tone="danger" mark="triangle">
        {problem}
      </Status>
    );
  }
  if (outdated) {
    return (
      <Status tone="warning" mark="triangle">
        {link_reset ? "Link reset" : "Changed since notified"}
      </Status>
    );
  }
  return <Status tone="success">{opened_at ? "Opened" : "Notified"}</Status>;
}

const problems: Partial<Record<NonNullable<StudentNotification["status"]>, string>> = {
  failed: "Not sent",
  bounced: "Bounced",
  complained: "Marked as spam",
  uncertain: "Possibly notified",
};
