import type { ReactNode } from "react";
import { NumberField as AriaNumberField, Button, Group, Input, Label } from "react-aria-components";
import { cx } from "../cx";
import { Icon } from "../icons/icon";
import { controlClass, fieldClass, labelClass } from "./field-class";
import { FieldNotes } from "./field-notes";

interface NumberFieldProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Shown after the number: "30 min". */
  unit?: "minute";
  isRequired?: boolean;
  error?: ReactNode;
  className?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { label, min, max, step, unit, error, className, ...rest } = props;
  return (
    <AriaNumberField
      {...rest}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={unit && { style: "unit", unit }}
      data-error={error ? "" : undefined}
      className={cx(fieldClass, className)}
    >
      <Label className={labelClass}>{label}</Label>
      <Group className="relative">
        <Input className={cx(controlClass, "pr-16 tabular-nums")} />
        <div className="absolute inset-y-px right-px flex text-muted">
          <Button slot="decrement" className={stepClass}>
            <Icon name="minus" />
          </Button>
          <Button slot="increment" className={stepClass}>
            <Icon name="plus" />
          </Button>
        </div>
      </Group>
      <FieldNotes error={error} />
    </AriaNumberField>
  );
}

const stepClass =
  "grid w-7 place-items-center rounded-md data-hovered:bg-hover data-disabled:opacity-40 touch:w-9";
