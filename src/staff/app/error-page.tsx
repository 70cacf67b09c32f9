import { Link, useLocation, useNavigate, useRevalidator, useRouteError } from "react-router";
import { explainError } from "../../lib/errors/explain-error";
import { isOutdatedPage, reloadOutdatedPage } from "../../lib/errors/outdated-page";
import { paths } from "../../paths";
import { Button } from "../../ui/buttons/button";
import { buttonClass } from "../../ui/buttons/button-class";
import { EmptyState } from "../../ui/feedback/empty-state";
import { signOut } from "../features/auth/api";
import { NotFoundPage } from "./not-found-page";
import { queryClient } from "./query-client";
import { AdminsOnly } from "./require-staff";

/** Inside the layout: the navigation stays. */
export function StaffErrorPage() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  if (hasCode(error, notFoundCodes)) return <NotFoundPage />;
  if (hasCode(error, sessionCodes)) return <SessionRefused />;
  if (error instanceof AdminsOnly) return <AdminsOnlyPage />;
  if (isOutdatedPage(error) && reloadOutdatedPage()) return null;
  return (
    <>
      <title>Problem · Campus Interviews</title>
      <EmptyState
        isPage
        title="This page could not be shown"
        action={
          <>
            <Button
              variant="primary"
              isPending={state === "loading"}
              onClick={() => {
                if (isOutdatedPage(error)) return location.reload();
                queryClient.resetQueries();
                revalidate();
              }}
            >
              Try again
            </Button>
            <Link to={paths.ocis()} className={buttonClass()}>
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
  const error = useRouteError();
  if (isOutdatedPage(error) && reloadOutdatedPage()) return null;
  return (
    <main>
      <title>Problem · Campus Interviews</title>
      <EmptyState
        isPage
        title="The app could not start"
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            Try again
          </Button>
        }
      >
        {explainError(error)}
      </EmptyState>
    </main>
  );
}

function AdminsOnlyPage() {
  return (
    <>
      <title>For admins · Campus Interviews</title>
      <EmptyState
        isPage
        title="Only admins can make changes here"
        action={
          <Link to={paths.ocis()} className={buttonClass()}>
            Go to OCI Management
          </Link>
        }
      >
        Your account is view-only. An admin in the career office can make you an admin under
        Settings.
      </EmptyState>
    </>
  );
}

function SessionRefused() {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (
    <EmptyState
      isPage
      title="Your session has ended"
      action={
        <Button
          variant="primary"
          onClick={async () => {
            await signOut();
            queryClient.clear();
            await navigate(paths.signIn(pathname + search));
          }}
        >
          Sign in again
        </Button>
      }
    >
      You will come back to this page afterward.
    </EmptyState>
  );
}

// PGRST116: the row asked for is not there; 22P02: the URL holds no valid id.
const notFoundCodes = ["PGRST116", "22P02"];
// All staff may read all pages, so a read that is not permitted was not made as staff.
const sessionCodes = ["42501", "PGRST301", "PGRST303"];

function hasCode(error: unknown, codes: string[]): boolean {
  const { code = "" } = (error ?? {}) as { code?: string };
  return codes.includes(code);
}
