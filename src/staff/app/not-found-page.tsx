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
        title="There is no page at this address"
        action={
          <Link to={paths.ocis()} className={buttonClass()}>
            Go to OCI Management
          </Link>
        }
      >
        It may have been removed, or the address was cut off. Interviewers: use the button in your
        email; the address of your page is personal.
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
