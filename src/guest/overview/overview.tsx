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
  const { employer } = useGuest().experience;
  const { api, overview, failure, refresh } = useOverview();
  return (
    <ErrorWords value={words}>
      <Card className="flex flex-col gap-3" aria-labelledby="overview">
        <h2 id="overview" className="font-semibold text-lg text-balance">
          All {employer} interview days
        </h2>
        <p className="text-muted text-pretty text-sm">
          You see this because you are a recruiter. Only interviewers see students’ names.
        </p>
        <ErrorBanner error={failure} />
        {!overview && failure === null && <Spinner label="Loading the overview…" />}
        {overview?.schedules.length === 0 && (
          <p>No upcoming interview days have been announced yet.</p>
        )}
        {overview?.schedules.map((day) => (
          <Day key={day.id} {...{ day, api }} colleagues={overview.colleagues} onDone={refresh} />
        ))}
      </Card>
    </ErrorWords>
  );
}
