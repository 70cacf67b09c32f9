import { paths } from "../../../paths";
import { SelectionBar } from "../../../ui/lists/selection-bar";
import type { useSelection } from "../../lists/use-selection";
import { BulkActions } from "./bulk-actions";
import { searchForOcis } from "./shared/bulk-search";
import type { OciFilters } from "./shared/oci-filters";

interface OciSelectionBarProps {
  selection: ReturnType<typeof useSelection>;
  filters: OciFilters;
  total: number;
}

export function OciSelectionBar({ selection, filters, total }: OciSelectionBarProps) {
  const { selected, selectAll, clear } = selection;
  const search = searchForOcis(selected, filters);
  const count = selected === "all" ? total : selected.size;
  return (
    <SelectionBar
      label="OCIs"
      count={count}
      onClear={clear}
      onSelectAll={
        count < total
          ? { label: `Select all ${total.toLocaleString()} matching`, action: selectAll }
          : undefined
      }
    >
      <BulkActions send={paths.sendLinks(search)} release={paths.releaseSchedules(search)} />
    </SelectionBar>
  );
}
