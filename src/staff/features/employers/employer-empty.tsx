import { Link } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { buttonClass } from "../../../ui/buttons/button-class";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { useMe } from "../../app/require-staff";

export function EmployerEmpty({ onClear }: { onClear?: () => void }) {
  const { isAdmin } = useMe();
  if (onClear) {
    return (
      <EmptyState
        title="No employer matches"
        action={<Button onClick={onClear}>Clear search and filters</Button>}
      />
    );
  }
  return (
    <EmptyState
      title="No employers yet"
      action={
        isAdmin && (
          <Link to={paths.import("employers")} className={buttonClass()}>
            Import a CSV file
          </Link>
        )
      }
    >
      Employers come to interview students. Add one here, or import a file.
    </EmptyState>
  );
}
