import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { viewerZone } from "../../lib/dates/format-date";
import { createVisit, type OpenVisit, type Visit } from "../experience/experience-store";
import { GuestContext } from "../experience/guest-context";
import { goodUntil, nextChange } from "../experience/timeline";
import { useExcursion } from "../experience/use-overlay";
import { useServerClock } from "../experience/use-server-clock";
import { openSession } from "../link/session";
import { InterviewerPage } from "./interviewer-page";
import { LinkNotValid } from "./link-not-valid";
import { Loading } from "./loading";
import { ExcursionPage } from "./overlay-page";
import { Unreachable } from "./unreachable";

const loadStudentPage = () => import("./student-page");
const StudentPage = lazy(loadStudentPage);

/** What one link leads to. */
export function LinkPage({ token }: { token: string }) {
  const [visit] = useState(() => createVisit(openSession(token, loadStudentPage)));
  const state = useSyncExternalStore(visit.subscribe, visit.current);
  switch (state.state) {
    case "loading":
      return <Loading />;
    case "unreachable":
      return <Unreachable onRetry={visit.retry} />;
    case "link-not-valid":
      return <LinkNotValid />;
    case "open":
      return <Opened visit={visit} open={state} />;
  }
}

function Opened({ visit, open }: { visit: Visit; open: OpenVisit }) {
  const { experience, readAt, failing } = open;
  const { excursion, go, comeBack } = useExcursion(experience);
  const now = useServerClock(open.clockOffset, (time) => nextChange(experience, time));
  if (now >= goodUntil(experience)) {
    return failing ? <Unreachable onRetry={visit.retry} /> : <Loading />;
  }
  const { retry, calendar, document, withAccess } = visit;
  const actions = { retry, calendar, document, withAccess, go };
  const guest = { experience, readAt, failing, now, viewerZone: viewerZone(), ...actions };
  if (excursion) {
    return (
      <GuestContext value={guest}>
        <ExcursionPage excursion={excursion} onClose={comeBack} />
      </GuestContext>
    );
  }
  return (
    <GuestContext value={guest}>
      <Suspense fallback={<Loading />}>
        {experience.employer === null ? <StudentPage /> : <InterviewerPage />}
      </Suspense>
    </GuestContext>
  );
}
