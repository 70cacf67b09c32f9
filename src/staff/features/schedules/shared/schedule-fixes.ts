import { type Dialog, paths } from "../../../../paths";

/** What a schedule lacks is put right on its page, or where it is edited. */
export interface ScheduleFix {
  label: string;
  path: (scheduleId: string) => string;
}

export const editFix = (label: string): ScheduleFix => ({ label, path: paths.editSchedule });

const dialogFix = (label: string, dialog: Dialog<"schedule">): ScheduleFix => ({
  label,
  path: (id) => paths.schedule(id, { dialog }),
});

export const addSlots = editFix("Add slots");
export const assignInterviewers = dialogFix("Assign interviewers", "interviewers");
export const assignStudents = dialogFix("Assign students", "student");
export const release = dialogFix("Release", "release");
export const restore = dialogFix("Restore it", "restore");
