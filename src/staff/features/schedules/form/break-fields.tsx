import { useState } from "react";
import { Button, IconButton } from "../../../../ui/buttons/button";
import { errorClass } from "../../../../ui/fields/field-class";
import { TextField } from "../../../../ui/fields/text-field";
import { TimeField } from "../../../../ui/fields/time-field";
import type { SlotPattern } from "../api";
import type { ScheduleFields } from "./schedule-values";

type Break = SlotPattern["breaks"][number];

export function BreakFields({ form }: { form: ScheduleFields }) {
  const { value: breaks, onChange, error } = form.field("breaks");
  // Keys that stay with their row when another one is removed.
  const [keys, setKeys] = useState(() => breaks.map(() => crypto.randomUUID()));

  const change = (at: number, changes: Partial<Break>) =>
    onChange(breaks.map((one, i) => (i === at ? { ...one, ...changes } : one)));

  return (
    <fieldset className="flex flex-col gap-3" data-error={error ? "" : undefined}>
      <legend className="mb-3 font-medium">Breaks</legend>
      {breaks.map((one, i) => (
        <div key={keys[i]} className="flex items-end gap-2 max-sm:flex-wrap">
          <TimeField
            label="From"
            value={one.start}
            onChange={(start) => change(i, { start })}
            isRequired
            className="w-28"
          />
          <TimeField
            label="To"
            value={one.end}
            onChange={(end) => change(i, { end })}
            isRequired
            className="w-28"
          />
          <TextField
            label="Name"
            value={one.label}
            maxLength={60}
            onChange={(label) => change(i, { label })}
            className="flex-1 basis-32"
          />
          <IconButton
            icon="trash"
            label={`Remove the break ${one.label}`}
            className="mb-0.5"
            onClick={() => {
              onChange(breaks.filter((_, at) => at !== i));
              setKeys(keys.filter((_, at) => at !== i));
            }}
          />
        </div>
      ))}
      {error && <p className={errorClass}>{error}</p>}
      <Button
        icon="plus"
        className="self-start"
        onClick={() => {
          onChange([...breaks, { start: "10:30", end: "10:45", label: "Break" }]);
          setKeys([...keys, crypto.randomUUID()]);
        }}
      >
        Add a break
      </Button>
    </fieldset>
  );
}
