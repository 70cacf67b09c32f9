/** Functions of the database that are selected like columns of schedules, but not by "*". */
export const computedFields = "interview_count, assigned_count, interviewer_count, release_gaps";

export interface ComputedFields {
  interview_count: number;
  assigned_count: number;
  interviewer_count: number;
  release_gaps: ReleaseGap[];
}

/** What a schedule may be released without, but hardly should be. */
export type ReleaseGap = "interviews" | "interviewers" | "students" | "meeting_url";
