import { at, type ErrorMessage, say } from "./message";

/** Refusals of the recruiter’s overview, and of answers to its proposals. */
export const overviewMessages: Record<string, ErrorMessage> = {
  not_released: say("The career office has not sent this person their link for this day yet."),
  overview_is_for_recruiters: at("sees_overview", "Only a recruiter can see the overview."),
  proposal_gone: say("This proposal was already withdrawn or answered. Reload the page."),
  resent_already: say(
    "This link was already sent three times in the last hour. Check the spam folder, or contact the career office.",
  ),
  schedule_canceled: say("This day has been canceled."),
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
  try_later: say(
    "You have made many changes in the last hour. Try again later, or contact the career office.",
  ),
};
