import { type ReactNode, useState } from "react";
import { ComboBox } from "./combo-box";

interface TimeZoneFieldProps {
  /** An IANA name, such as America/New_York. */
  value: string;
  onChange: (zone: string) => void;
  error?: ReactNode;
  className?: string;
}

const zones = Intl.supportedValuesOf("timeZone").map((id) => ({ id, label: nameOf(id) }));

function nameOf(zone: string): string {
  return zone.replaceAll("_", " ");
}

export function TimeZoneField({ value, onChange, error, className }: TimeZoneFieldProps) {
  const [text, setText] = useState(nameOf(value));
  const wanted = text === nameOf(value) ? "" : text.toLowerCase();
  return (
    <ComboBox
      label="Time zone"
      options={zones.filter(({ label }) => label.toLowerCase().includes(wanted))}
      text={text}
      onText={setText}
      value={{ id: value, label: nameOf(value) }}
      onChange={(option) => {
        if (option) onChange(option.id);
        else setText(nameOf(value));
      }}
      keepsValue
      emptyText="No time zone of this name. Try a large city nearby."
      error={error}
      isRequired
      className={className}
    />
  );
}
