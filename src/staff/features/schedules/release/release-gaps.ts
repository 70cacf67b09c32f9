import type { ComputedFields, ReleaseGap } from "../shared/computed-fields";
import {
  addSlots,
  assignInterviewers,
  assignStudents,
  editFix,
  type ScheduleFix,
} from "../shared/schedule-fixes";

type Gaps = Pick<ComputedFields, "release_gaps" | "interview_count" | "assigned_count">;

const wording: Record<ReleaseGap, { missing: (schedule: Gaps) => string; fix: ScheduleFix }> = {
  interviews: { missing: () => "it has no interview slots", fix: addSlots },
  interviewers: { missing: () => "no interviewer is assigned", fix: assignInterviewers },
  students: { missing: openSlots, fix: assignStudents },
  meeting_url: { missing: () => "the meeting URL is missing", fix: editFix("Add it") },
};

function openSlots({ interview_count, assigned_count }: Gaps): string {
  const open = interview_count - assigned_count;
  return open === 1 ? "1 slot is open" : `${open} slots are open`;
}

/** What is missing, in words, each with where it is put right. */
export const releaseGaps = (schedule: Gaps) =>
  schedule.release_gaps.map((gap) => ({
    missing: wording[gap].missing(schedule),
    fix: wording[gap].fix,
  }));
