import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { viewerZone } from "../../lib/dates/format-date";
import { reloadOutdatedPage } from "../../lib/errors/outdated-page";
import {
  createExperienceStore,
  type ExperienceStore,
  type OpenExperience,
} from "../experience/experience-store";
import { GuestContext } from "../experience/guest-context";
import { nextChange, validUntil } from "../experience/timeline";
import { useChanges } from "../experience/use-changes";
import { useOverlay } from "../experience/use-overlay";
import { useServerClock } from "../experience/use-server-clock";
import { recordLinkOpened } from "../link/api";
import { onHumanSign } from "../link/human-sign";
import { openSession } from "../link/session";
import { showLink } from "../link/use-link";
import { ChangeNotice } from "../parts/change-notice";
import { InterviewerPage } from "./interviewer-page";
import { LinkNotValid } from "./link-not-valid";
import { Loading } from "./loading";
import { OverlayPage } from "./overlay-page";
import { Unreachable } from "./unreachable";

let lacksCode = false;

const loadStudentPage = () =>
  import("./student-page").catch((error) => {
    lacksCode = true;
    reloadOutdatedPage();
    throw error;
  });
const StudentPage = lazy(loadStudentPage);

/** Browsers remember that a script failed to load, and ask for it again only on a new page. */
function retry(store: ExperienceStore): void {
  if (lacksCode && navigator.onLine) location.reload();
  else store.refresh();
}

/** What one link leads to. */
export function LinkPage({ link }: { link: string }) {
  const [store] = useState(() =>
    createExperienceStore(openSession(link, loadStudentPage, showLink)),
  );
  const state = useSyncExternalStore(store.subscribe, store.current);
  switch (state.state) {
    case "loading":
      return <Loading />;
    case "unreachable":
      return <Unreachable onRetry={() => retry(store)} />;
    case "link-not-valid":
      return <LinkNotValid />;
    case "open":
      return <Opened store={store} open={state} />;
  }
}

function Opened({ store, open }: { store: ExperienceStore; open: OpenExperience }) {
  const { experience, feedToken, checkedAt, failing } = open;
  useEffect(() => onHumanSign(() => store.withAccess(recordLinkOpened)), [store]);
  const { overlay, go, closeOverlay } = useOverlay(experience, store.refresh);
  const { marks, notice, onSeen, onRead } = useChanges(experience, !overlay);
  const now = useServerClock(open.clockOffset, (time) => nextChange(experience, time));
  if (now >= validUntil(experience)) {
    return failing ? <Unreachable onRetry={store.refresh} /> : <Loading />;
  }
  const { refresh: retry, calendar, document, withAccess } = store;
  const actions = { retry, calendar, document, withAccess, go, onSeen };
  const shown = { experience, feedToken, checkedAt, failing, now };
  const facts = { ...shown, viewerZone: viewerZone(), marks };
  return (
    <GuestContext value={{ ...facts, ...actions }}>
      {overlay ? (
        <OverlayPage overlay={overlay} onClose={closeOverlay} />
      ) : (
        <Suspense fallback={<Loading />}>
          {experience.employer === null ? <StudentPage /> : <InterviewerPage />}
        </Suspense>
      )}
      <ChangeNotice text={overlay ? "" : notice} onRead={onRead} />
    </GuestContext>
  );
}
