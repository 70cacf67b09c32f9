import type { DraggedStudent } from "../../assignments/shared/student-drag";
import type { StudentNotification } from "../../links/notifications-api";
import type { LinkRow, Schedule, Slot } from "../api";

/** What every slot on the timeline needs to know of its day. */
export interface Day {
  schedule: Schedule;
  links: LinkRow[];
  notifications: StudentNotification[];
  canChange: boolean;
  pxPerMinute: number;
  /** A student or an applicant was dropped on a slot. */
  onStudentDrop: (dragged: DraggedStudent, target: Slot) => void;
  /** A slot was dragged so many minutes down, or up. */
  onTimeDrop: (slot: Slot, minutes: number) => void;
}
