import { useGuest } from "./guest-context";
import { OpenPage } from "./open-page";
import { BeforeTheDay } from "./screens/before-the-day";
import { Cancelled } from "./screens/cancelled";
import { DoneForToday } from "./screens/done-for-today";
import { NothingScheduled } from "./screens/nothing-scheduled";
import { OnTheDay } from "./screens/on-the-day";
import { Over } from "./screens/over";

const screens = {
  "on-the-day": OnTheDay,
  "done-for-today": DoneForToday,
  before: BeforeTheDay,
  cancelled: Cancelled,
  over: Over,
  nothing: NothingScheduled,
};

export function InterviewerPage() {
  const { employer, school } = useGuest().experience;
  return <OpenPage about={`${employer} interviews at ${school.school_name}`} screens={screens} />;
}
