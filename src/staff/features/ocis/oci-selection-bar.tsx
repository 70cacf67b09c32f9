import { Link, useSearchParams } from "react-router";
import { buttonClass } from "../../../components/button-class";
import { Icon } from "../../../components/icon";
import { SelectionBar } from "../../../components/selection-bar";
import { addressForOcis } from "../../bulk-address";
import type { useSelection } from "../../use-selection";

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
      <Link to={addressForOcis("send", selected, params)} className={buttonClass("primary")}>
        <Icon name="send" />
        Send Interview Link
      </Link>
      <Link to={addressForOcis("release", selected, params)} className={buttonClass()}>
        Release
      </Link>
    </SelectionBar>
  );
}
