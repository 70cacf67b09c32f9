import { MessagePage } from "../../shared/message-page";
import { WaysIn } from "../parts/ways-in";

export function NoLink() {
  return (
    <MessagePage
      title="Your interview page"
      sentence="Open it with the button in the career office’s email; no account is needed. If the button brought you here, part of the link was lost on the way."
    >
      <WaysIn />
    </MessagePage>
  );
}
