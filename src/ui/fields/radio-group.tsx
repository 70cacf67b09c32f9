import type { ReactNode } from "react";
import {
  RadioGroup as AriaRadioGroup,
  Label,
  RadioButton,
  RadioField,
} from "react-aria-components";
import { cx } from "../cx";
import { fieldClass, labelClass } from "./field-class";
import { FieldNotes } from "./field-notes";
import type { Option } from "./select";

interface RadioGroupProps<Id extends string> {
  label: string;
  options: readonly Option<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  isRow?: boolean;
  error?: ReactNode;
  className?: string;
}

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, options, value, onChange, isRow, error, className } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(id) => onChange(id as Id)}
      orientation={isRow ? "horizontal" : "vertical"}
      data-error={error ? "" : undefined}
      className={cx(fieldClass, className)}
    >
      <Label className={labelClass}>{label}</Label>
      <div className={cx("flex gap-x-5 gap-y-1", isRow ? "flex-wrap" : "flex-col")}>
        {options.map((option) => (
          <RadioField key={option.id} value={option.id}>
            <RadioButton className="group flex items-start gap-2 py-1 outline-none touch:py-3">
              <span className={dotClass} />
              <span>
                {option.label}
                {option.detail && <span className="block text-muted text-sm">{option.detail}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldNotes error={error} />
    </AriaRadioGroup>
  );
}

const dotClass =
  "mt-0.5 size-4 shrink-0 rounded-full border border-edge bg-surface transition-[border-width] " +
  "group-data-selected:border-5 group-data-selected:border-accent outline-accent-ink " +
  "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2";
