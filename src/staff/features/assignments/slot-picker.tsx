import { type ReactNode, useState } from "react";
import { formatSpan } from "../../../lib/dates/format-date";
import { ComboBox } from "../../../ui/fields/combo-box";
import type { Option } from "../../../ui/fields/select";
import { scheduleLocation } from "../schedules/shared/schedule-facts";
import type { OciSlot } from "./api";

interface SlotPickerProps {
  label: string;
  help?: string;
  slots: OciSlot[];
  value: string | null;
  onChange: (slotId: string | null) => void;
  isRequired?: boolean;
  error?: ReactNode;
  emptyText: string;
}

/** One slot of an OCI's days, found by typing a name, a day or a time. */
export function SlotPicker({ slots, value, onChange, ...props }: SlotPickerProps) {
  const options = slots.map(optionOf);
  const chosen = options.find(({ id }) => id === value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen?.label ?? "";
  const words = text === chosen?.label ? [] : text.toLowerCase().split(/\s+/);
  return (
    <ComboBox
      {...props}
      options={options.filter((option) => words.every((word) => matches(option, word)))}
      text={text}
      onText={(next) => {
        setTyped(next);
        // Half a word changes nothing yet; leaving the field restores the chosen slot's label.
        if (!next) onChange(null);
      }}
      value={chosen ?? null}
      onChange={(option) => {
        setTyped(option?.label ?? null);
        onChange(option?.id ?? null);
      }}
      keepsValue
      autoFocus
    />
  );
}

function optionOf({ id, starts_at, ends_at, student, schedule }: OciSlot): Option {
  const time = formatSpan(starts_at, ends_at, schedule.time_zone);
  const location = scheduleLocation(schedule);
  return student
    ? { id, label: student.full_name, detail: `${time} · ${location}` }
    : { id, label: time, detail: location };
}

const matches = ({ label, detail }: Option, word: string) =>
  `${label} ${detail}`.toLowerCase().includes(word);
