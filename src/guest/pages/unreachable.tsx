import { MessagePage } from "../../shared/message-page";
import { Button } from "../../ui/buttons/button";

export function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <MessagePage
      title="The server cannot be reached"
      sentence="Your link may be fine. Check this device’s internet connection; the page keeps trying automatically."
    >
      <Button variant="primary" size="lg" className="self-start" onClick={onRetry}>
        Try again now
      </Button>
    </MessagePage>
  );
}
