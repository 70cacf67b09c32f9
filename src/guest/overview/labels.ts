import { formatTimestamp } from "../../lib/dates/relative-time";
import type { OverviewInterviewer } from "./api";

/** How a colleague's link stands: "Link opened Nov 24, 9:12 AM EST". */
export function linkState({ link, link_at }: OverviewInterviewer): string {
  const at = link_at ? ` ${formatTimestamp(link_at)}` : "";
  switch (link) {
    case "not_sent":
      return "No link sent yet";
    case "on_its_way":
      return "Link is being sent";
    case "sent":
      return `Link sent${at}, not opened yet`;
    case "opened":
      return `Link opened${at}`;
    case "not_delivered":
      return "Link not delivered. The career office can see this.";
  }
}
