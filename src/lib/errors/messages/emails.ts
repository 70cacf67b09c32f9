import { at, type ErrorMessage, say } from "./message";

/** Why an email could not be sent at once. */
export const emailMessages: Record<string, ErrorMessage> = {
  mail_not_taken: say(
    ({ answer }: { answer: string }) => `The mail server did not take the email: ${answer}`,
  ),
  address_suppressed: at(
    "email",
    "Emails to this address bounced or were marked as spam. Enter a different one.",
  ),
  nothing_to_send: say("There is nothing to send to this person any more. Reload the page."),
};
