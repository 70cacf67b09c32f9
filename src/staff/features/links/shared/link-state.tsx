import { formatTimestamp } from "../../../../lib/dates/relative-time";
import type { Tables } from "../../../../lib/supabase/database.types";
import { Status } from "../../../../ui/feedback/status";
import { EmailStatus } from "../../emails/shared/email-status";

type Link = Pick<
  Tables<"link_states">,
  "status" | "status_at" | "opened_at" | "outdated" | "link_reset"
>;

const isGood = (status: Link["status"]) =>
  status === "sent" || status === "delivered" || status === "delayed";

/** One person's Interview Link: not sent · sent 9:14 AM · opened · bounced. */
export function LinkState({ link }: { link: Link }) {
  if (!link.status) return <Status mark="ring">Not sent</Status>;
  if (isGood(link.status) && link.outdated) {
    return (
      <Status tone="warning" mark="triangle">
        {link.link_reset ? "Link reset, new one not sent" : "Changed since it was sent"}
      </Status>
    );
  }
  if (isGood(link.status) && link.opened_at) {
    return <Status tone="success">Opened {formatTimestamp(link.opened_at)}</Status>;
  }
  return (
    <EmailStatus state={link.status}>
      {link.status_at && ` ${formatTimestamp(link.status_at)}`}
    </EmailStatus>
  );
}
