import { useSearchParams } from "react-router";
import { paths } from "../../../paths";
import { SelectionBar } from "../../../ui/lists/selection-bar";
import { searchForOcis } from "../../lists/bulk-search";
import type { useSelection } from "../../lists/use-selection";
import { BulkActions } from "./bulk-actions";

interface OciSelectionBarProps {
  selection: ReturnType<typeof useSelection>;
  total: number;
}

export function OciSelectionBar({ selection, total }: OciSelectionBarProps) {
  const [params] = useSearchParams();
  const { selected, selectAll, clear } = selection;
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
      <BulkActions
        send={paths.sendLinks(searchForOcis(selected, params))}
        release={paths.releaseSchedules(searchForOcis(selected, params))}
      />
    </SelectionBar>
  );
}
