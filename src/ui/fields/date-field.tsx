import { type CalendarDate, parseDate } from "@internationalized/date";
import type { ReactNode } from "react";
import {
  Button,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Label,
  Popover,
} from "react-aria-components";
import { cx } from "../cx";
import { Icon } from "../icons/icon";
import { floatClass } from "../overlays/list-box-class";
import { CalendarMonth } from "./calendar-month";
import { controlClass, fieldClass, labelClass } from "./field-class";
import { FieldNotes } from "./field-notes";

interface DateFieldProps {
  label: string;
  /** YYYY-MM-DD */
  value: string | null;
  /** Empty when it was cleared. */
  onChange: (date: string) => void;
  isRequired?: boolean;
  error?: ReactNode;
  className?: string;
}

export function DateField({
  label,
  value,
  onChange,
  isRequired,
  error,
  className,
}: DateFieldProps) {
  return (
    <DatePicker<CalendarDate>
      value={value ? parseDate(value) : null}
      onChange={(date) => onChange(date?.toString() ?? "")}
      isRequired={isRequired}
      data-error={error ? "" : undefined}
      className={cx(fieldClass, className)}
    >
      <Label className={labelClass}>{label}</Label>
      <Group className={cx(controlClass, "flex items-center pr-0.5")}>
        <DateInput className="flex flex-1">
          {(segment) => <DateSegment segment={segment} className={segmentClass} />}
        </DateInput>
        <Button
          aria-label="Calendar"
          className="grid h-full w-7 place-items-center rounded-md text-muted data-hovered:text-ink touch:w-11"
        >
          <Icon name="calendar" />
        </Button>
      </Group>
      <FieldNotes error={error} />
      <Popover className={cx(floatClass, "p-3")}>
        <Dialog className="outline-none">
          <CalendarMonth />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

export const segmentClass =
  "inline-flex h-6 items-center justify-center rounded-sm tabular-nums outline-none " +
  "not-data-[type=literal]:min-w-6 data-[type=hour]:justify-end data-[type=minute]:justify-start " +
  "data-placeholder:text-muted " +
  "data-focused:bg-accent data-focused:text-white";
