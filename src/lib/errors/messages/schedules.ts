import { formatSpan } from "../../dates/format-date";
import { at, type ErrorMessage, say } from "./message";

interface BookingConflict {
  kind?: "student" | "interviewer" | "location";
  name: string;
  employer: string;
  schedule_id: string;
  starts_at: string;
  ends_at: string;
  time_zone: string;
}

/** Nothing is known of the other booking when it was gone by the time of the question. */
function bookingConflict(params: BookingConflict): string {
  if (!params.kind) return "Someone would be booked twice at the same time. Try again.";
  const { name, employer, starts_at, ends_at, time_zone } = params;
  return `${name} is already booked with ${employer} on ${formatSpan(starts_at, ends_at, time_zone)}.`;
}

export const scheduleMessages: Record<string, ErrorMessage> = {
  booking_conflict: say(bookingConflict),
  interviewer_already_assigned: at(
    "interviewer_id",
    "This person is already an interviewer on this schedule. Choose someone else.",
  ),
  interviewer_archived: say("An archived interviewer cannot be assigned. Restore them first."),
  interviewer_not_assigned: say("This interviewer is no longer on this schedule. Reload the page."),
  interviewer_of_another_employer: say(
    "Interviewers must belong to the schedule’s employer. Remove those of another employer first.",
  ),
  location_is_for_in_person: at("location", "Only an in-person schedule has a location."),
  meeting_url_is_for_external_video: at(
    "meeting_url",
    "Only a virtual schedule with external video has a meeting URL.",
  ),
  minutes_out_of_range: at("by", "Enter up to 1,440 minutes, which is a day."),
  not_a_virtual_schedule_of_today: say("Only today’s virtual schedules can be moved here."),
  schedule_changed: say(
    "Someone changed this schedule after you opened it. Reload it, then make your changes.",
  ),
  schedules_location_check: at("location", "Enter a location of at most 200 characters."),
  schedules_meeting_url_check: at(
    "meeting_url",
    "Enter a URL that starts with https://, such as https://meet.example.com/abc.",
  ),
  schedules_on_date_check: at("on_date", "Choose a date between 2000 and 2100."),
  schedules_on_date_not_null: at("on_date", "Choose a date."),
  schedules_time_zone_check: at("time_zone", "Choose a time zone from the list."),
  students_lose_their_slot: say("These students would lose their interview."),
  video_is_for_virtual: at("video", "Only a virtual schedule has video."),

  employer_missing: at("employer", "Choose an employer, or enter the name of a new one."),
  ocis_name_check: at("name", "Enter a name of at most 200 characters."),
  ocis_season_check: at(
    "season",
    "Enter a season of at most 100 characters, such as “Spring 2027”.",
  ),
};
