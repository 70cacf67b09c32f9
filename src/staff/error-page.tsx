import { Link, useRevalidator, useRouteError } from "react-router";
import { Button } from "../components/button";
import { buttonClass } from "../components/button-class";
import { EmptyState } from "../components/empty-state";
import { explainError } from "../lib/explain-error";
import { NotFoundPage } from "./not-found-page";
import { queryClient } from "./query-client";

/** Inside the layout: the navigation stays. */
export function StaffErrorPage() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  if (isNotFound(error)) return <NotFoundPage />;
  return (
    <>
      <title>Problem · Campus Interviews</title>
      <EmptyState
        title="This page could not be shown"
        action={
          <>
            <Button
              variant="primary"
              isPending={state === "loading"}
              onClick={() => {
                queryClient.resetQueries();
                revalidate();
              }}
            >
              Try again
            </Button>
            <Link to="/admin/ocis" className={buttonClass()}>
              Go to OCI Management
            </Link>
          </>
        }
      >
        {explainError(error)}
      </EmptyState>
    </>
  );
}

export function RootErrorPage() {
  return (
    <main>
      <title>Problem · Campus Interviews</title>
      <EmptyState
        title="The app could not start"
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            Load again
          </Button>
        }
      >
        {explainError(useRouteError())}
      </EmptyState>
    </main>
  );
}

// PGRST116: the row asked for is not there; 22P02: what stands in the address is no id.
function isNotFound(error: unknown): boolean {
  const { code = "" } = (error ?? {}) as { code?: string };
  return code === "PGRST116" || code === "22P02";
}
