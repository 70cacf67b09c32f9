import { formatTime } from "../../lib/dates/format-date";
import { StaleBanner } from "../../shared/stale-banner";
import { useGuest } from "../experience/guest-context";

const tolerated = 60_000;

/** Says in the first screenful that what it shows may have changed since. */
export function StaleNotice() {
  const { now, checkedAt, failing, viewerZone, retry } = useGuest();
  if (!failing || now - checkedAt < tolerated) return null;
  return <StaleBanner asOf={formatTime(new Date(checkedAt), viewerZone)} onRetry={retry} />;
}
