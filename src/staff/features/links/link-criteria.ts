import {
  addSlots,
  assignInterviewers,
  assignStudents,
  editFix,
  release,
  restore,
  type ScheduleFix,
} from "../schedules/shared/schedule-fixes";

/** The criteria of link_readiness: what is missing, and where it is put right. */
export const linkCriteria: Record<string, { missing: string; fix?: ScheduleFix }> = {
  in_app_video: {
    missing: "It is not virtual with In-App Video.",
    fix: editFix("Choose In-App Video"),
  },
  location: { missing: "Its location is not set.", fix: editFix("Enter the location") },
  meeting_url: { missing: "Its meeting URL is not set.", fix: editFix("Enter the URL") },
  interviewers: { missing: "No interviewer is assigned.", fix: assignInterviewers },
  interviews: { missing: "It has no interview slots.", fix: addSlots },
  not_canceled: { missing: "It is canceled.", fix: restore },
  day_not_over: { missing: "Its day is over.", fix: editFix("Change the date") },
  students: { missing: "No student is assigned.", fix: assignStudents },
  released: { missing: "It is not released.", fix: release },
};
