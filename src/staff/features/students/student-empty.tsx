import { Link } from "react-router";
import { Button } from "../../../components/button";
import { buttonClass } from "../../../components/button-class";
import { EmptyState } from "../../../components/empty-state";
import { useMe } from "../../require-staff";

interface StudentEmptyProps {
  isFiltered: boolean;
  onClear: () => void;
}

export function StudentEmpty({ isFiltered, onClear }: StudentEmptyProps) {
  const { isAdmin } = useMe();
  if (isFiltered) {
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
          <Link to="/admin/import/students" className={buttonClass()}>
            Import a CSV file
          </Link>
        )
      }
    >
      Import them from the registrar’s list, or add one at a time.
    </EmptyState>
  );
}
