import { MessagePage } from "../../shared/message-page";
import { Button } from "../../ui/buttons/button";

export function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <MessagePage
      title="The server cannot be reached"
      sentence="Your link may be fine. Check the internet connection of this device; the page keeps trying by itself."
    >
      <Button variant="primary" size="lg" className="self-start" onClick={onRetry}>
        Try again now
      </Button>
    </MessagePage>
  );
}
