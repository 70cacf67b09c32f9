import { useQuery } from "@tanstack/react-query";
import { formatExact } from "../../../lib/dates/relative-time";
import { StaleBanner } from "../../../shared/stale-banner";
import { liveBoardQuery } from "./api";

/** A board that no longer moves says so. */
export function StaleNotice() {
  const { data, error, refetch } = useQuery(liveBoardQuery);
  if (!error || !data) return null;
  return (
    <StaleBanner asOf={formatExact(data.now)} onRetry={refetch} className="mx-4 mb-3 sm:mx-6" />
  );
}
