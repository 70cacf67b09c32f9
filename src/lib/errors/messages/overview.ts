import { at, type ErrorMessage, say } from "./message";

/** What a recruiter may not do on the overview, and what the office finds of a proposal. */
export const overviewMessages: Record<string, ErrorMessage> = {
  not_released: say("The career office has not announced this day to this person yet."),
  overview_is_for_recruiters: at("sees_overview", "Only a recruiter can see the overview."),
  proposal_gone: say("This proposal was withdrawn or answered already. Reload the page."),
  resent_already: say(
    "This link was sent three times within the last hour. Look in the spam folder, or ask the career office.",
  ),
  schedule_canceled: say("This day is canceled."),
  substitute_proposals_email_check: at("email", "Enter an email address like name@example.com."),
  substitute_proposals_full_name_check: at(
    "full_name",
    "Enter a name on one line, of at most 200 characters.",
  ),
  substitute_proposals_title_check: at(
    "title",
    "Enter a title on one line, of at most 200 characters.",
  ),
  substitute_proposals_key: say("Someone proposed a substitute at this moment. Try again."),
  try_later: say("That was a lot within one hour. Try again later, or ask the career office."),
};
