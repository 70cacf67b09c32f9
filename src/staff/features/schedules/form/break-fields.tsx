import { useState } from "react";
import { problemAt } from "../../../../lib/errors/messages";
import { Button, IconButton } from "../../../../ui/buttons/button";
import { errorClass } from "../../../../ui/fields/field-class";
import { TextField } from "../../../../ui/fields/text-field";
import { TimeField } from "../../../../ui/fields/time-field";
import type { SlotPattern } from "../api";

interface BreakFieldsProps {
  pattern: SlotPattern;
  onChange: (pattern: SlotPattern) => void;
  error: unknown;
}

type Break = SlotPattern["breaks"][number];

export function BreakFields({ pattern, onChange, error }: BreakFieldsProps) {
  // Keys that stay with their row when another one is removed.
  const [keys, setKeys] = useState(() => pattern.breaks.map(() => crypto.randomUUID()));
  const problem = problemAt(error, "breaks");

  const setBreaks = (breaks: Break[]) => onChange({ ...pattern, breaks });
  const change = (at: number, changes: Partial<Break>) =>
    setBreaks(pattern.breaks.map((one, i) => (i === at ? { ...one, ...changes } : one)));

  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-3 font-medium">Breaks</legend>
      {pattern.breaks.map((one, i) => (
        <div key={keys[i]} className="flex items-end gap-2 max-sm:flex-wrap">
          <TimeField
            label="From"
            value={one.start}
            onChange={(start) => change(i, { start: start ?? "" })}
            isRequired
            className="w-28"
          />
          <TimeField
            label="To"
            value={one.end}
            onChange={(end) => change(i, { end: end ?? "" })}
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
              setBreaks(pattern.breaks.filter((_, at) => at !== i));
              setKeys(keys.filter((_, at) => at !== i));
            }}
          />
        </div>
      ))}
      {problem && <p className={errorClass}>{problem}</p>}
      <Button
        icon="plus"
        className="self-start"
        onClick={() => {
          setBreaks([...pattern.breaks, { start: "10:30", end: "10:45", label: "Break" }]);
          setKeys([...keys, crypto.randomUUID()]);
        }}
      >
        Add a break
      </Button>
    </fieldset>
  );
}
