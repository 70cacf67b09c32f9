import { useQuery } from "@tanstack/react-query";
import { formatExact } from "../../../lib/dates/relative-time";
import { explainError } from "../../../lib/errors/explain-error";
import { Banner } from "../../../ui/feedback/banner";
import { liveBoardQuery } from "./api";

/** A board that stands still says so: who looks at it decides by it. */
export function StaleNotice() {
  const { data, error } = useQuery(liveBoardQuery);
  if (!error || !data) return null;
  return (
    <Banner tone="warning" title="The board stands still" className="mx-4 mb-3 sm:mx-6">
      {explainError(error)} Shown as of {formatExact(data.now)}; it goes on by itself.
    </Banner>
  );
}
