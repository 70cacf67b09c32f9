import {
  Autocomplete,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select,
  SelectValue,
} from "react-aria-components";
import { cx } from "../cx";
import { controlClass } from "../fields/field-class";
import type { Option } from "../fields/select";
import { Icon } from "../icons/icon";
import { floatClass, listClass, optionClass } from "../overlays/list-box-class";
import { anyId, FilterButtonText, filterButtonClass } from "./filter-button";

interface SearchMenuProps {
  /** The name of what is filtered: "Employer". */
  label: string;
  /** What no choice means: "Any employer". */
  anyLabel: string;
  /** The options for the text typed so far: the caller searches. */
  options?: readonly Option[];
  /** How many match, where the options are only the first of them. */
  total?: number;
  isLoading: boolean;
  text: string;
  onText: (text: string) => void;
  value: string | null;
  /** The chosen one may not be among the options. */
  valueLabel: string;
  onChange: (id: string | null) => void;
}

/** A filter menu whose options are too many to list. */
export function SearchMenu(props: SearchMenuProps) {
  const { label, anyLabel, options = [], text, onText, value, onChange } = props;
  const items = text ? options : [{ id: anyId, label: anyLabel }, ...options];
  return (
    <Select
      aria-label={label}
      value={value ?? anyId}
      onChange={(key) => onChange(key === anyId ? null : String(key))}
      onOpenChange={() => onText("")}
    >
      <Button className={filterButtonClass(value !== null)}>
        <SelectValue>
          <FilterButtonText label={label} isSet={value !== null}>
            {value === null ? anyLabel : props.valueLabel}
          </FilterButtonText>
        </SelectValue>
        <Icon name="chevron-down" className="-mr-1 text-muted" />
      </Button>
      <Popover className={cx(floatClass, "flex w-72 flex-col")}>
        <Autocomplete inputValue={text} onInputChange={onText}>
          <SearchField aria-label={`Search ${label}`} autoFocus className="p-2">
            <Input
              placeholder="Search…"
              className={cx(controlClass, "[&::-webkit-search-cancel-button]:hidden")}
            />
          </SearchField>
          <ListBox<Option>
            items={items}
            className={cx(listClass, "min-h-0")}
            renderEmptyState={() => (
              <p className="px-2 py-1.5 text-muted text-sm">
                {props.isLoading ? "Searching…" : "Nothing found."}
              </p>
            )}
          >
            {(option) => (
              <ListBoxItem textValue={option.label} className={optionClass}>
                {({ isSelected }) => (
                  <>
                    <span className="min-w-0 flex-1 wrap-anywhere">{option.label}</span>
                    {isSelected && <Icon name="check" />}
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
        {props.total !== undefined && props.total > options.length && (
          <p className="border-line border-t px-3 py-1.5 text-muted text-sm">
            The first {options.length} of {props.total.toLocaleString()}. Type more to find others.
          </p>
        )}
      </Popover>
    </Select>
  );
}
