import { MessagePage } from "../../shared/message-page";
import { EmailMeMyLink } from "../parts/email-me-my-link";

/** Unknown, malformed, reset and expired links all end here, and the page does not reveal which it was. */
export function LinkNotValid() {
  return (
    <MessagePage
      title="This link does not open"
      sentence="It may be incomplete, or a newer one has replaced it. Have your Interview Link sent to you again:"
    >
      <EmailMeMyLink />
    </MessagePage>
  );
}
