import { useGuest } from "../experience/guest-context";
import { BeforeTheDay } from "./before-the-day";
import { Canceled } from "./canceled";
import { DoneForToday } from "./done-for-today";
import { NothingScheduled } from "./nothing-scheduled";
import { OnTheDay } from "./on-the-day";
import { OpenPage } from "./open-page";
import { Over } from "./over";

const screens = {
  "on-the-day": OnTheDay,
  "done-for-today": DoneForToday,
  before: BeforeTheDay,
  canceled: Canceled,
  over: Over,
  nothing: NothingScheduled,
};

export function InterviewerPage() {
  const { employer, school } = useGuest().experience;
  return <OpenPage about={`${employer} interviews at ${school.school_name}`} screens={screens} />;
}
