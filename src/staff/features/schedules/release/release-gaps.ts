import type { Tables } from "../../../../lib/supabase/database.types";
import {
  addSlots,
  assignInterviewers,
  assignStudents,
  editFix,
  type ScheduleFix,
} from "../shared/schedule-fixes";

type Released = Pick<
  Tables<"schedules">,
  "interviewer_count" | "interview_count" | "assigned_count" | "video" | "meeting_url"
>;

export interface ReleaseGap {
  missing: string;
  fix: ScheduleFix;
}

/** What a schedule may be released without, but hardly should be; each with where it is put right. */
export function releaseGaps(schedule: Released): ReleaseGap[] {
  const open = schedule.interview_count - schedule.assigned_count;
  const gaps: ReleaseGap[] = [];
  if (schedule.interview_count === 0) {
    gaps.push({ missing: "it has no interview slots", fix: addSlots });
  }
  if (schedule.interviewer_count === 0) {
    gaps.push({ missing: "no interviewer is assigned", fix: assignInterviewers });
  }
  if (open > 0) {
    gaps.push({
      missing: open === 1 ? "1 slot is open" : `${open} slots are open`,
      fix: assignStudents,
    });
  }
  if (schedule.video === "external" && !schedule.meeting_url) {
    gaps.push({ missing: "the meeting URL is missing", fix: editFix("Add it") });
  }
  return gaps;
}
