import { at, type ErrorMessage, say } from "./message";

const repeated = (what: string) =>
  say(({ row }: { row: number }) => `The same ${what} is already in row ${row}.`);

/** What is wrong with a row of an import, or with all of it. */
export const importMessages: Record<string, ErrorMessage> = {
  address_of_several: say(
    "Several people of this employer share this email address, and none of them has this name.",
  ),
  class_year_malformed: say(
    ({ class_year }: { class_year: string }) => `The class year is not a year: ${class_year}`,
  ),
  date_malformed: say("The date must be written as YYYY-MM-DD."),
  email_malformed: say(({ email }: { email: string }) => `This is not an email address: ${email}`),
  email_missing: say("The email address is missing."),
  email_repeated: repeated("email address"),
  employer_name_missing: say("The employer is missing."),
  employer_unknown: say(
    ({ employer }: { employer: string }) => `No employer has this name: ${employer}`,
  ),
  import_too_large: say("An import can have at most 50,000 rows."),
  interviewer_repeated: repeated("employer and email address"),
  name_missing: say("The name is missing."),
  name_of_several_lines: say("The name contains a line break or another control character."),
  name_repeated: repeated("name"),
  name_too_long: say("The name is longer than 200 characters."),
  no_slot_then: say("This employer has no interview that starts then."),
  recruiter_malformed: say("Recruiter must be yes or no."),
  several_slots_then: say("Several interviews start then. Give the location as well."),
  slot_of_another_student: say("Another student has this slot."),
  slot_repeated: repeated("slot"),
  student_busy: say("The student has another interview at this time."),
  student_in_an_earlier_row: say("The student has an interview at this time in an earlier row."),
  student_unknown: say("No student has this email address."),
  time_malformed: say("The time must be written as HH:MM."),
  website_malformed: say("The website must start with https:// or http://."),
};

/** What keeps a file from being read, before anything is sent. */
export const fileMessages: Record<string, ErrorMessage> = {
  csv_empty: at("file", "The file has no rows below the header row."),
  csv_is_spreadsheet: at("file", "This is a spreadsheet. Save it as CSV, then choose that file."),
  csv_too_long: at(
    "file",
    ({ rows, most }: { rows: number; most: number }) =>
      `The file has ${rows.toLocaleString()} rows. Split it into files of at most ${most.toLocaleString()}.`,
  ),
  csv_unclosed_quote: at(
    "file",
    ({ row }: { row: number }) => `A quotation mark is not closed in row ${row}.`,
  ),
  csv_unreadable: at("file", "The file could not be read. Save it as CSV again, then choose it."),
};
