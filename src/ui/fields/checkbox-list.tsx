import type { ReactNode } from "react";
import { cx } from "../cx";
import { Checkbox } from "./checkbox";

interface CheckboxListProps<Item extends { id: string }> {
  label: string;
  options: readonly Item[];
  /** The ids of those that are checked, in the order of the options. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** A line between the options, and no label to be seen. */
  isDivided?: boolean;
  children: (option: Item) => ReactNode;
}

/** Any number of a few options. */
export function CheckboxList<Item extends { id: string }>(props: CheckboxListProps<Item>) {
  const { label, options, value, onChange, isDivided, children } = props;
  const change = (changed: string, isOn: boolean) =>
    onChange(
      options.map(({ id }) => id).filter((id) => (id === changed ? isOn : value.includes(id))),
    );
  return (
    <fieldset>
      <legend className={isDivided ? "sr-only" : "mb-1 text-muted text-sm"}>{label}</legend>
      <div className={cx(isDivided && "divide-y divide-line")}>
        {options.map((option) => (
          <Checkbox
            key={option.id}
            isSelected={value.includes(option.id)}
            onChange={(isOn) => change(option.id, isOn)}
            className={isDivided ? "py-2" : "py-1"}
          >
            {children(option)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
