/** The criteria of link_readiness: what is missing, and where under the schedule it is put right. */
export const linkCriteria: Record<
  string,
  { missing: string; fix?: { label: string; at: string } }
> = {
  in_app_video: {
    missing: "It is not virtual with In-App Video.",
    fix: { label: "Choose In-App Video", at: "/edit" },
  },
  interviewers: {
    missing: "No interviewer is assigned.",
    fix: { label: "Assign interviewers", at: "?dialog=interviewers" },
  },
  interviews: {
    missing: "It has no interview slots.",
    fix: { label: "Add slots", at: "/edit" },
  },
  not_cancelled: {
    missing: "It is cancelled.",
    fix: { label: "Bring it back", at: "?dialog=restore" },
  },
  day_not_over: {
    missing: "Its day is over.",
    fix: { label: "Change the date", at: "/edit" },
  },
  students: {
    missing: "No student is assigned.",
    fix: { label: "Assign students", at: "?dialog=student" },
  },
  released: { missing: "It is not released.", fix: { label: "Release", at: "?dialog=release" } },
};
