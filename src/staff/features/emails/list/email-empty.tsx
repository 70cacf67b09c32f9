import { Link } from "react-router";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { buttonClass } from "../../../../ui/buttons/button-class";
import { EmptyState } from "../../../../ui/feedback/empty-state";
import { useSearchState } from "../../../lists/use-search-state";
import { type EmailFilters, isFiltered, noFilters } from "./filters";

export function EmailEmpty({ filters }: { filters: EmailFilters }) {
  const { filter } = useSearchState();
  if (filters.page > 1) {
    return (
      <EmptyState
        title={`There is no page ${filters.page.toLocaleString()}`}
        action={<Button onClick={() => filter({})}>Show the first page</Button>}
      />
    );
  }
  if (isFiltered(filters)) {
    return (
      <EmptyState
        title="No email matches"
        action={<Button onClick={() => filter(noFilters)}>Clear search and filters</Button>}
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
      Every email to an interviewer or a student shows here, with what it said and what became of
      it. The first ones come from Send Interview Link on a schedule.
    </EmptyState>
  );
}
