import { Link } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { buttonClass } from "../../../ui/buttons/button-class";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { useMe } from "../../app/require-staff";

export function StudentEmpty({ onClear }: { onClear?: () => void }) {
  const { isAdmin } = useMe();
  if (onClear) {
    return (
      <EmptyState
        title="No student matches"
        action={<Button onClick={onClear}>Clear search and filters</Button>}
      />
    );
  }
  return (
    <EmptyState
      title="No students yet"
      action={
        isAdmin && (
          <Link to={paths.import("students")} className={buttonClass()}>
            Import a CSV file
          </Link>
        )
      }
    >
      Import them from the registrar’s list, or add one at a time.
    </EmptyState>
  );
}
