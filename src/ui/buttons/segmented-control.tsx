import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Option } from "../fields/select";

interface SegmentedControlProps<Id extends string> {
  label: string;
  options: readonly Option<Id>[];
  value: Id;
  onChange: (id: Id) => void;
}

/** A choice between a few short words that shows all of them. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  const { label, options, value, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([id]) => onChange(id as Id)}
      className="inline-flex rounded-md border border-line bg-sunken p-px"
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={segmentClass}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

const segmentClass =
  "h-7 rounded-sm px-2 text-muted text-sm tabular-nums select-none touch:h-11 touch:px-3 data-hovered:text-ink " +
  "data-selected:bg-raised data-selected:font-medium data-selected:text-ink data-selected:ring-1 data-selected:ring-line";
