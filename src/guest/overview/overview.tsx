import { explainError } from "../../lib/errors/explain-error";
import { fieldOf } from "../../lib/errors/messages";
import { ErrorBanner } from "../../shared/forms/error-banner";
import { ErrorWords } from "../../shared/forms/error-words";
import { Spinner } from "../../ui/feedback/spinner";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";
import { Day } from "./day";
import { useOverview } from "./use-overview";

const words = { explain: explainError, fieldOf, Link: () => null };

/** All days of a recruiter's employer: who interviews, whether their link arrived, and who might step in. */
export default function Overview() {
  const { employer, school } = useGuest().experience;
  const { api, overview, failure, refresh } = useOverview();
  return (
    <ErrorWords value={words}>
      <Card className="flex flex-col gap-3" aria-labelledby="overview">
        <h2 id="overview" className="font-semibold text-lg text-balance">
          All interview days of {employer}
        </h2>
        <p className="text-muted text-pretty text-sm">
          You see this as a recruiter. Students’ names stay with who interviews them.
        </p>
        <ErrorBanner error={failure} />
        {!overview && failure === null && <Spinner label="Loading the overview…" />}
        {overview?.schedules.length === 0 && (
          <p>{school.office_name} has not announced any day yet, or all of them are over.</p>
        )}
        {overview?.schedules.map((day) => (
          <Day key={day.id} {...{ day, api }} colleagues={overview.colleagues} onDone={refresh} />
        ))}
      </Card>
    </ErrorWords>
  );
}
