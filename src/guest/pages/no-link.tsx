import { MessagePage } from "../../shared/message-page";
import { EmailMeMyLink } from "../parts/email-me-my-link";

export function NoLink() {
  return (
    <MessagePage
      title="Your interview page"
      sentence="Open it with the button in the career office’s email; no account is needed. If you cannot find the email, have it sent again:"
    >
      <EmailMeMyLink />
    </MessagePage>
  );
}
