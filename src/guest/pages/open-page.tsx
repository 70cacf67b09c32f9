import type { ComponentType } from "react";
import { ContactLine } from "../../shared/contact-line";
import { Frame } from "../../shared/frame";
import { useGuest } from "../experience/guest-context";
import { greeting } from "../experience/labels";
import { headline, type Screen, screenOf } from "../experience/screen";
import { OverviewSection } from "../overview/overview-section";
import { CanceledDays } from "../parts/canceled-days";
import { Elsewhere } from "../parts/elsewhere";
import { LastUpdated } from "../parts/last-updated";
import { StaleNotice } from "../parts/stale-notice";
import { TodayLine } from "../parts/today-line";

interface OpenPageProps {
  /** What the page is about, above the greeting. */
  about: string;
  screens: Record<Screen, ComponentType>;
}

const namesTheOffice: Screen[] = ["done-for-today", "canceled", "over", "nothing"];

/** The page behind a link that opened: who is greeted, the screen of the moment, how fresh it is. */
export function OpenPage({ about, screens }: OpenPageProps) {
  const { experience, now, viewerZone } = useGuest();
  const screen = screenOf(experience, now);
  const Screen = screens[screen];
  // A recruiter without a day of their own came for the overview.
  const isOverviewOnly = screen === "nothing" && experience.overview === true;
  const line = headline(experience, now);

  return (
    <Frame title={line}>
      <header>
        <h1>
          <span className="block text-muted">{about}</span>
          <span className="block font-semibold text-lg">
            {greeting(experience.person.full_name, now, viewerZone)}
          </span>
        </h1>
        <TodayLine />
      </header>
      <StaleNotice />
      {screen !== "canceled" && <CanceledDays />}
      {!isOverviewOnly && <Screen />}
      {experience.overview && <OverviewSection />}
      <Elsewhere />
      <footer className="mt-auto flex flex-col gap-1 border-line border-t pt-4 text-sm">
        <LastUpdated />
        {(isOverviewOnly || !namesTheOffice.includes(screen)) && (
          <ContactLine school={experience.school}>Need help?</ContactLine>
        )}
      </footer>
      <p role="status" className="sr-only">
        {line}
      </p>
    </Frame>
  );
}
