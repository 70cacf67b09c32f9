import { Link } from "react-router";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { buttonClass } from "../../../../ui/buttons/button-class";
import { EmptyState } from "../../../../ui/feedback/empty-state";
import { useSearch } from "../../../url/use-search";
import { emailFilters } from "../shared/email-filters";

interface EmailEmptyProps {
  page: number;
  onClear?: () => void;
}

export function EmailEmpty({ page, onClear }: EmailEmptyProps) {
  const { set } = useSearch(emailFilters);
  if (page > 1) {
    return (
      <EmptyState
        title={`There is no page ${page.toLocaleString()}`}
        action={<Button onClick={() => set({ page: 1 })}>Show the first page</Button>}
      />
    );
  }
  if (onClear) {
    return (
      <EmptyState
        title="No email matches"
        action={<Button onClick={onClear}>Clear search and filters</Button>}
      >
        Try fewer words, more days or another filter.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No emails yet"
      action={
        <Link to={paths.ocis()} className={buttonClass()}>
          Go to OCI Management
        </Link>
      }
    >
      Every email to an interviewer or a student appears here with its content and delivery status.
      Send the first ones with Send Interview Link on a schedule.
    </EmptyState>
  );
}
