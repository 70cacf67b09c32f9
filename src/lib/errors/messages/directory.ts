import { at, type ErrorMessage } from "./message";

/** The row that has the name or email address already, where the page has looked it up. */
interface Existing {
  name?: string;
  archived?: boolean;
}

const exists = (noun: string, advice = "") =>
  function say({ name, archived }: Existing): string {
    if (!name) return `${noun} already exists.${advice}`;
    return `${noun} already exists: ${name}${archived ? " (archived)" : ""}.`;
  };

function sharedAddress({ name, employer, archived }: Existing & { employer?: string }): string {
  if (!name) return "Someone at this employer already uses this email address.";
  const who = `${name} of ${employer}${archived ? " (archived)" : ""}`;
  return `${who} already uses this address. Use it anyway? Each person gets a link of their own.`;
}

const fullName = at("full_name", "Enter a name on one line, of at most 200 characters.");
const email = (field: string, otherwise = "") =>
  at(field, `Enter an email address like name@example.com${otherwise}.`);
const url = (field: string) => at(field, "Enter a full URL that starts with https://");
const upTo200 = (field: string) => at(field, "Enter at most 200 characters.");

export const directoryMessages: Record<string, ErrorMessage> = {
  employers_name_check: at(["employer", "name"], "Enter a name of at most 200 characters."),
  employers_name_key: at(
    ["employer", "name"],
    exists("An employer with this name", " Choose it from the list."),
  ),
  employers_website_check: url("website"),
  interviewers_email_check: email("email"),
  interviewers_employer_email_key: at("email", sharedAddress),
  interviewers_full_name_check: fullName,
  interviewers_person_key: at("email", exists("Someone with this name and email address")),
  students_class_year_check: at("class_year", "Enter a year, such as 2028."),
  students_email_check: email("email"),
  students_email_key: at("email", exists("Someone with this email address")),
  students_full_name_check: fullName,

  applications_job_posting_id_student_id_key: at(
    "student",
    "This student is already an applicant.",
  ),
  job_postings_description_check: at("description", "Enter at most 20,000 characters."),
  job_postings_title_check: at(["posting", "title"], "Enter a title of at most 200 characters."),
  job_postings_url_check: url("url"),
  schedule_templates_name_check: at("name", "Enter a name of at most 100 characters."),
  schedule_templates_name_key: at("name", "A template with this name already exists."),

  last_admin: at("role", "The last admin cannot be removed. Make someone else an admin first."),
  settings_office_name_check: upTo200("office_name"),
  settings_sending_paused_reason_check: at(
    "sending_paused_reason",
    "Enter a reason of at most 300 characters.",
  ),
  pause_has_a_reason: at("sending_paused_reason", "Enter a reason."),
  settings_reply_to_check: email("reply_to", ", or leave it empty"),
  settings_school_name_check: upTo200("school_name"),
  settings_sender_email_check: email("sender_email"),
  settings_sender_name_check: upTo200("sender_name"),
  settings_support_email_check: email("support_email"),
  settings_support_phone_check: at("support_phone", "Enter at most 50 characters."),
  settings_time_zone_check: at("time_zone", "Choose a time zone from the list."),
  staff_full_name_check: at("full_name", "Enter a name."),
};
