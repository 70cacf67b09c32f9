import { lazy, Suspense } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { explainFailure } from "../../lib/errors/explain-failure";
import { Button } from "../../ui/buttons/button";
import { Banner } from "../../ui/feedback/banner";
import { Spinner } from "../../ui/feedback/spinner";

const Overview = lazy(() => import("./overview"));

/** A recruiter's overview, whose code no other interviewer needs. */
export function OverviewSection() {
  return (
    <ErrorBoundary fallbackRender={({ error }) => <NotLoaded error={error} />}>
      <Suspense fallback={<Spinner label="Loading the overview…" />}>
        <Overview />
      </Suspense>
    </ErrorBoundary>
  );
}

function NotLoaded({ error }: { error: unknown }) {
  return (
    <Banner
      tone="danger"
      title="The overview did not load"
      action={<Button onClick={() => location.reload()}>Try again</Button>}
    >
      {explainFailure(error)}
    </Banner>
  );
}
