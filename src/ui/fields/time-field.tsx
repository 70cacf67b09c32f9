import { parseTime, type Time } from "@internationalized/date";
import type { ReactNode } from "react";
import { TimeField as AriaTimeField, DateInput, DateSegment, Label } from "react-aria-components";
import { cx } from "../cx";
import { segmentClass } from "./date-field";
import { controlClass, fieldClass, labelClass } from "./field-class";
import { FieldNotes } from "./field-notes";

interface TimeFieldProps {
  label: string;
  /** HH:MM, 24 hours, as a clock on the wall shows it. */
  value: string | null;
  /** Empty when it was cleared. */
  onChange: (time: string) => void;
  isRequired?: boolean;
  error?: ReactNode;
  className?: string;
}

export function TimeField({
  label,
  value,
  onChange,
  isRequired,
  error,
  className,
}: TimeFieldProps) {
  return (
    <AriaTimeField<Time>
      value={value ? parseTime(value) : null}
      onChange={(time) => onChange(time?.toString().slice(0, 5) ?? "")}
      isRequired={isRequired}
      data-error={error ? "" : undefined}
      className={cx(fieldClass, className)}
    >
      <Label className={labelClass}>{label}</Label>
      <DateInput className={cx(controlClass, "flex items-center")}>
        {(segment) => <DateSegment segment={segment} className={segmentClass} />}
      </DateInput>
      <FieldNotes error={error} />
    </AriaTimeField>
  );
}
