import { Link } from "react-router";
import { paths } from "../../paths";
import { buttonClass } from "../../ui/buttons/button-class";
import { EmptyState } from "../../ui/feedback/empty-state";

export function NotFoundPage() {
  return (
    <>
      <title>Not found · Campus Interviews</title>
      <EmptyState
        isPage
        title="Page not found"
        action={
          <Link to={paths.ocis()} className={buttonClass()}>
            Go to OCI Management
          </Link>
        }
      >
        The page may have been removed, or the URL may be incomplete. Interviewers: open your page
        with the button in your email.
      </EmptyState>
    </>
  );
}

/** Outside the layout there is nothing around it. */
export function RootNotFoundPage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  );
}
