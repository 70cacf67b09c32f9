import { useGuest } from "../guest-context";
import { OpenPage } from "../open-page";
import { Cancelled } from "../screens/cancelled";
import { NothingScheduled } from "../screens/nothing-scheduled";
import { OnTheDay } from "../screens/on-the-day";
import { StudentBefore } from "./student-before";
import { StudentDone } from "./student-done";

const screens = {
  "on-the-day": OnTheDay,
  "done-for-today": StudentDone,
  before: StudentBefore,
  cancelled: Cancelled,
  over: NothingScheduled,
  nothing: NothingScheduled,
};

export default function StudentPage() {
  const { school } = useGuest().experience;
  return <OpenPage about={`Your interviews at ${school.school_name}`} screens={screens} />;
}
