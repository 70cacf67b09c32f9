import { type ReactNode, useState } from "react";
import { formatZone } from "../../lib/dates/format-date";
import { ComboBox } from "./combo-box";

interface TimeZoneFieldProps {
  /** An IANA name, such as America/New_York. */
  value: string;
  onChange: (zone: string) => void;
  error?: ReactNode;
  className?: string;
}

/** By its common name or its IANA name a zone is found: "Eastern Time (New York)". */
const listZones = () =>
  Intl.supportedValuesOf("timeZone").map((id) => ({
    id,
    label: formatZone(id),
    detail: id.replaceAll("_", " "),
  }));

export function TimeZoneField({ value, onChange, error, className }: TimeZoneFieldProps) {
  const [zones] = useState(listZones);
  const name = formatZone(value);
  const [text, setText] = useState(name);
  const wanted = text === name ? "" : text.toLowerCase();
  return (
    <ComboBox
      label="Time zone"
      options={zones.filter(({ label, detail }) =>
        `${label} ${detail}`.toLowerCase().includes(wanted),
      )}
      text={text}
      onText={setText}
      value={{ id: value, label: name }}
      onChange={(option) => {
        if (option) onChange(option.id);
        else setText(name);
      }}
      keepsValue
      emptyText="No time zone has this name. Try a large city nearby."
      error={error}
      isRequired
      className={className}
    />
  );
}
