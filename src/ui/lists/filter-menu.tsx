import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import { buttonClass } from "../buttons/button-class";
import { cx } from "../cx";
import type { Option } from "../fields/select";
import { Icon } from "../icons/icon";
import { floatClass, listClass, optionClass } from "../overlays/list-box-class";

interface FilterMenuProps<Id extends string> {
  /** The name of what is filtered: "Season". */
  label: string;
  /** What no choice means: "Any season". */
  anyLabel: string;
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id | null) => void;
}

const anyId = "*";

export function FilterMenu<Id extends string>(props: FilterMenuProps<Id>) {
  const { label, anyLabel, options, value, onChange } = props;
  const items = [{ id: anyId, label: anyLabel }, ...options];
  return (
    <Select
      aria-label={label}
      value={value ?? anyId}
      onChange={(key) => onChange(key === anyId ? null : (key as Id))}
    >
      <Button
        className={cx(buttonClass("secondary"), value && "border-accent-ink/40 bg-accent-soft")}
      >
        {/* The name is inside the value, so that assistive technology says both in the order seen. */}
        <SelectValue>
          {({ selectedText }) => (
            <>
              {label}{" "}
              <span className={cx("font-normal text-muted", !value && "sr-only")}>
                {selectedText}
              </span>
            </>
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
                  <span className="flex-1">{option.label}</span>
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
