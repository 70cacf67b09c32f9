import { formatTime } from "../../lib/dates/format-date";
import { Button } from "../../ui/buttons/button";
import { Banner } from "../../ui/feedback/banner";
import { useGuest } from "../experience/guest-context";

const tolerated = 60_000;

/** Says in the first screenful that what it shows may have changed since. */
export function StaleNotice() {
  const { now, fetchedAt, failing, viewerZone, retry } = useGuest();
  if (!failing || now - fetchedAt < tolerated) return null;
  const title = navigator.onLine ? "The server cannot be reached" : "You are offline";
  return (
    <Banner tone="warning" title={title} action={<Button onClick={retry}>Try now</Button>}>
      This is how it stood at {formatTime(new Date(fetchedAt), viewerZone)}.
    </Banner>
  );
}
