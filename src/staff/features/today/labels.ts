import { differenceInMinutes } from "date-fns";
import { toDate } from "../../../lib/dates/format-date";
import type { Mark, Tone } from "../../../ui/feedback/status";
import type { Interview, InterviewState } from "./api";

interface StateLabel {
  label: string;
  tone: Tone;
  mark: Mark;
}

/** In the order in which they want attention. */
export const stateLabels: Record<InterviewState, StateLabel> = {
  waiting: { label: "Student waiting", tone: "warning", mark: "triangle" },
  overtime: { label: "Overtime", tone: "warning", mark: "triangle" },
  late: { label: "Not started", tone: "warning", mark: "triangle" },
  in_progress: { label: "In progress", tone: "success", mark: "dot" },
  upcoming: { label: "Upcoming", tone: "neutral", mark: "ring" },
  missed: { label: "Did not start", tone: "danger", mark: "triangle" },
  completed: { label: "Completed", tone: "neutral", mark: "dot" },
};

export const states = Object.keys(stateLabels) as InterviewState[];

const minutes = (count: number) => `${count} min`;

/** "in 25 min", "12 min left", "4 min over": by the server's clock. */
export function timeLabel(interview: Interview, now: Date): string | null {
  const start = differenceInMinutes(toDate(interview.starts_at), now, roundUp);
  const end = differenceInMinutes(toDate(interview.ends_at), now, roundUp);
  switch (interview.state) {
    case "completed":
    case "missed":
      return null;
    case "overtime":
      return `${minutes(-end)} over`;
    case "in_progress":
      return end > 0 ? `${minutes(end)} left` : null;
    default:
      if (start > 0) return start < 60 ? `in ${minutes(start)}` : null;
      return end > 0 ? `${minutes(end)} left` : null;
  }
}

const roundUp = { roundingMethod: "ceil" } as const;

/** What needs the office's attention, in a few words. */
export function attentionLabel(interview: Interview, now: Date): string | null {
  const { state, connection, student_waiting_since: since } = interview;
  if (state === "completed" || state === "missed") return null;
  if (connection === "lost") return "Connection lost";
  if (connection === "poor") return "Poor connection";
  if (since) {
    const waited = differenceInMinutes(now, toDate(since));
    return waited < 1 ? "Just arrived" : `Waiting for ${minutes(waited)}`;
  }
  const isHosted = interview.interviewers.some(({ present }) => present);
  if (state === "late") return isHosted ? "Student not here" : "Nobody here yet";
  if (interview.video !== "in_app" || state === "upcoming") return null;
  if (interview.student_present) return isHosted ? null : "No interviewer here";
  return isHosted ? "Student left" : "Everyone left";
}
