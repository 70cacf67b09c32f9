import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import { cx } from "../cx";
import { Icon } from "../icons/icon";
import { floatClass, listClass, optionClass } from "../overlays/list-box-class";
import { controlClass, fieldClass, labelClass } from "./field-class";
import { FieldNotes } from "./field-notes";

export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  /** Beside the label, and below it. */
  note?: string;
  detail?: string;
}

interface SelectProps<Id extends string> {
  label: string;
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  error?: ReactNode;
  className?: string;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, options, value, onChange, error, className, ...rest } = props;
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => onChange(key as Id)}
      data-error={error ? "" : undefined}
      className={cx(fieldClass, className)}
    >
      <Label className={labelClass}>{label}</Label>
      <Button className={cx(controlClass, "flex items-center justify-between gap-2")}>
        <SelectValue className="truncate data-placeholder:text-muted">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="chevron-down" className="text-muted" />
      </Button>
      <FieldNotes error={error} />
      <Popover className={cx(floatClass, "w-(--trigger-width)")}>
        <ListBox items={options} className={listClass}>
          {(option) => (
            <ListBoxItem textValue={option.label} className={optionClass}>
              {({ isSelected }) => (
                <>
                  <span className="min-w-0 flex-1">
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
    </AriaSelect>
  );
}
