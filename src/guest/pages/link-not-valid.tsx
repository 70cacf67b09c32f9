import { MessagePage } from "../../shared/message-page";
import { WaysIn } from "../parts/ways-in";

/** Unknown, malformed, reset and expired links all end here, and the page does not reveal which it was. */
export function LinkNotValid() {
  return (
    <MessagePage
      title="This link is not valid"
      sentence="It may be incomplete, or it was replaced by a newer one."
    >
      <WaysIn />
    </MessagePage>
  );
}
