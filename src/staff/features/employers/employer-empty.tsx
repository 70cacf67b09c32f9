import { Link } from "react-router";
import { Button } from "../../../components/button";
import { buttonClass } from "../../../components/button-class";
import { EmptyState } from "../../../components/empty-state";
import { useMe } from "../../require-staff";

interface EmployerEmptyProps {
  isFiltered: boolean;
  onClear: () => void;
}

export function EmployerEmpty({ isFiltered, onClear }: EmployerEmptyProps) {
  const { isAdmin } = useMe();
  if (isFiltered) {
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
          <Link to="/admin/import/employers" className={buttonClass()}>
            Import a CSV file
          </Link>
        )
      }
    >
      An employer is whoever visits to interview. Add one here, or many from a file.
    </EmptyState>
  );
}
