import { Link } from "react-router";
import { paths } from "../../paths";
import { buttonClass } from "../../ui/buttons/button-class";
import { EmptyState } from "../../ui/feedback/empty-state";

export function NothingSelected({ title }: { title: string }) {
  return (
    <>
      <title>{`${title} · Campus Interviews`}</title>
      <EmptyState
        isPage
        title="No schedule is chosen"
        action={
          <Link to={paths.ocis()} className={buttonClass()}>
            Go to OCI Management
          </Link>
        }
      >
        Tick OCIs in the list, then choose {title} at the bottom. Those ticked may have no schedule
        yet.
      </EmptyState>
    </>
  );
}
