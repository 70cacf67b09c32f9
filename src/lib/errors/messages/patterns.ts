import { at, type ErrorMessage } from "./message";

/** What is wrong with the pattern that a day's slots are made from. */
export const patternMessages: Record<string, ErrorMessage> = {
  break_ends_before_it_starts: at("breaks", "A break must end after it starts."),
  break_name_too_long: at("breaks", "A break’s name can have at most 100 characters."),
  break_outside_the_day: at(
    "breaks",
    ({ label }: { label: string | null }) =>
      `${label ?? "A break"} is outside the day. Change its times, or remove it.`,
  ),
  breaks_overlap: at("breaks", "Two breaks overlap."),
  day_ends_before_it_starts: at("last", "The day must end after it starts."),
  day_shorter_than_a_slot: at("last", "The day is shorter than one interview."),
  first_time_missing: at("first", "Enter when the first interview starts."),
  gap_minutes_out_of_range: at("gap_minutes", "Enter a gap of 0 to 240 minutes."),
  last_time_missing: at("last", "Enter when the day ends."),
  slot_minutes_out_of_range: at("slot_minutes", "Enter a length of 5 to 480 minutes."),
  too_many_breaks: at("breaks", "A day can have at most 50 breaks."),
  unreadable_pattern: at("first", "Enter times as HH:MM, and lengths in whole minutes."),
};
