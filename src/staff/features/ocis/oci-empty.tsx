import { Button } from "../../../ui/buttons/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { useMe } from "../../app/require-staff";
import { useDialog } from "../../url/use-dialog";
import { useSearch } from "../../url/use-search";
import { ociFilters } from "./shared/oci-filters";

export function OciEmpty({ onClear }: { onClear?: () => void }) {
  const { isAdmin } = useMe();
  const { openDialog } = useDialog("ocis");
  const { set } = useSearch(ociFilters);
  if (onClear) {
    return (
      <EmptyState
        title="No OCI matches"
        action={<Button onClick={onClear}>Clear search and filters</Button>}
      >
        Try fewer words or another filter.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No upcoming OCIs"
      action={
        <>
          {isAdmin && (
            <Button variant="primary" onClick={() => openDialog("new")}>
              New OCI
            </Button>
          )}
          <Button onClick={() => set({ dates: "any" })}>Show past OCIs</Button>
        </>
      }
    >
      An OCI is one employer’s visit: its position and the days on which it interviews.
    </EmptyState>
  );
}
