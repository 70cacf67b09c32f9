import { formatTimestamp } from "../../../../lib/dates/relative-time";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { showToast } from "../../../../ui/feedback/toast";
import { useMe } from "../../../app/require-staff";
import { useCallOff, useSendNow } from "../../links/notices-api";
import type { Email } from "./email-api";

/** An email whose time has not come. */
export function WaitingNotice({ email }: { email: Email }) {
  const { isAdmin } = useMe();
  const sendNow = useSendNow();
  const callOff = useCallOff();
  const onError = (error: Error) => showToast(explainError(error));
  if (new Date(email.due_at) <= new Date()) return null;
  return (
    <Banner
      title={`Leaves ${formatTimestamp(email.due_at)}`}
      action={
        isAdmin && (
          <>
            <Button
              size="sm"
              isPending={sendNow.isPending}
              onClick={() => sendNow.mutate([email.id], { onError })}
            >
              Send now
            </Button>
            <Button
              size="sm"
              isPending={callOff.isPending}
              onClick={() => callOff.mutate([email.id], { onError })}
            >
              Don’t send
            </Button>
          </>
        )
      }
    >
      It is written when it leaves, with what holds then. If there is nothing left to say, it is not
      sent.
    </Banner>
  );
}
