import { Button } from "../../../ui/buttons/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { useMe } from "../../app/require-staff";
import { useSearchState } from "../../lists/use-search-state";
import { isFiltered, noFilters, type OciFilters } from "./filters";

export function OciEmpty({ filters }: { filters: OciFilters }) {
  const { isAdmin } = useMe();
  const state = useSearchState();
  if (isFiltered(filters)) {
    return (
      <EmptyState
        title="No OCI matches"
        action={<Button onClick={() => state.filter(noFilters)}>Clear search and filters</Button>}
      >
        Try fewer words or another filter.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No OCI today or later"
      action={
        <>
          {isAdmin && (
            <Button variant="primary" onClick={() => state.openDialog("new")}>
              New OCI
            </Button>
          )}
          <Button onClick={() => state.filter({ dates: "any" })}>Show past ones too</Button>
        </>
      }
    >
      An OCI is one employer’s visit: its position and the days on which it interviews.
    </EmptyState>
  );
}
