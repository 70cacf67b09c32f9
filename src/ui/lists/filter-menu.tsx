import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import type { Option } from "../fields/select";
import { Icon } from "../icons/icon";
import { floatClass, listClass, optionClass } from "../overlays/list-box-class";
import { anyId, FilterButtonText, filterButtonClass } from "./filter-button";

interface FilterMenuProps<Id extends string> {
  /** The name of what is filtered: "Season". */
  label: string;
  /** What no choice means: "Any season". */
  anyLabel: string;
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id | null) => void;
}

export function FilterMenu<Id extends string>(props: FilterMenuProps<Id>) {
  const { label, anyLabel, options, value, onChange } = props;
  const items: Option[] = [{ id: anyId, label: anyLabel }, ...options];
  return (
    <Select
      aria-label={label}
      value={value ?? anyId}
      onChange={(key) => onChange(key === anyId ? null : (key as Id))}
    >
      <Button className={filterButtonClass(value !== null)}>
        <SelectValue>
          {({ selectedText }) => (
            <FilterButtonText label={label} isSet={value !== null}>
              {selectedText}
            </FilterButtonText>
          )}
        </SelectValue>
        <Icon name="chevron-down" className="-mr-1 text-muted" />
      </Button>
      <Popover className={floatClass}>
        <ListBox items={items} className={listClass}>
          {(option) => (
            <ListBoxItem textValue={option.label} className={optionClass}>
              {({ isSelected }) => (
                <>
                  <span className="flex-1">
                    {option.label}
                    {option.detail && <span className="block text-muted">{option.detail}</span>}
                  </span>
                  {isSelected && <Icon name="check" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
