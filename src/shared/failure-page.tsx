import { explainFailure } from "../lib/errors/explain-failure";
import { isOutdatedPage, reloadOutdatedPage } from "../lib/errors/outdated-page";
import { Button } from "../ui/buttons/button";
import { MessagePage } from "./message-page";

interface FailurePageProps {
  error: unknown;
  /** Leads back to the page behind, where there is one. */
  onClose?: () => void;
}

/** What is left of a page whose code did not load, or that threw: a sentence and a way on. */
export function FailurePage({ error, onClose }: FailurePageProps) {
  if (isOutdatedPage(error) && reloadOutdatedPage()) return null;
  return (
    <MessagePage title="This page did not load" sentence={explainFailure(error)}>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" size="lg" onClick={() => location.reload()}>
          Try again
        </Button>
        {onClose && (
          <Button size="lg" onClick={onClose}>
            Back to your page
          </Button>
        )}
      </div>
    </MessagePage>
  );
}
