import { useGuest } from "../experience/guest-context";
import { Canceled } from "./canceled";
import { NothingScheduled } from "./nothing-scheduled";
import { OnTheDay } from "./on-the-day";
import { OpenPage } from "./open-page";
import { StudentBefore } from "./student-before";
import { StudentDone } from "./student-done";

const screens = {
  "on-the-day": OnTheDay,
  "done-for-today": StudentDone,
  before: StudentBefore,
  canceled: Canceled,
  over: NothingScheduled,
  nothing: NothingScheduled,
};

export default function StudentPage() {
  const { school } = useGuest().experience;
  return <OpenPage about={`Your interviews at ${school.school_name}`} screens={screens} />;
}
