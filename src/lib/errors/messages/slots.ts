import { formatTime, formatZonedRange } from "../../dates/format-date";
import { at, type ErrorMessage, say } from "./message";

interface SlotOverlap {
  kind: "interview" | "break";
  label: string | null;
  student: string | null;
  starts_at: string;
  ends_at: string;
  time_zone: string;
}

function slotOverlap({ kind, label, student, starts_at, ends_at, time_zone }: SlotOverlap): string {
  const name = label ? `break “${label}”` : "break";
  const what = kind === "break" ? name : student ? `interview of ${student}` : "interview";
  return `This would overlap the ${what} at ${formatZonedRange(starts_at, ends_at, time_zone)}.`;
}

export const slotMessages: Record<string, ErrorMessage> = {
  already_undone: say("This has already been undone."),
  alternate_changed: say("This alternate is no longer one. Check the list, then try again."),
  break_holds_no_student: say("A break cannot have a student."),
  interview_on_a_later_day: say("This interview is on a later day."),
  message_length: at("body", "Enter a message of at most 500 characters."),
  outcome_needs_a_student: say("Only an interview with a student can have an outcome."),
  slot_changed: say("This slot has changed in the meantime. Check it, then try again."),
  slot_empty: say("This slot no longer has a student."),
  slot_ends_after_it_starts: at("end", "A slot must end after it starts."),
  slot_has_a_student: say("A student has this slot. Unassign or move them first."),
  slot_named_twice: say("A slot can be changed only once at a time."),
  slot_on_another_date: say("A slot must be on its schedule’s date."),
  slot_overlap: say(slotOverlap),
  slot_taken: say(({ student }: { student: string }) => `${student} already has this slot.`),
  slots_of_a_schedule_do_not_overlap: say("Two slots of this schedule would overlap."),
  slots_outcome_note_check: at("note", "Enter a note of at most 500 characters."),
  time_skipped: say(
    ({ time }: { time: string }) =>
      `The clocks skip ${formatTime(`2000-01-01T${time}Z`, "UTC")} on this day. Choose another time.`,
  ),
};
