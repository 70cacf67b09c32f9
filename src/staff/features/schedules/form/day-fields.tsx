import { problemAt } from "../../../../lib/errors/messages";
import { DateField } from "../../../../ui/fields/date-field";
import { NumberField } from "../../../../ui/fields/number-field";
import { TimeField } from "../../../../ui/fields/time-field";
import { TimeZoneField } from "../../../../ui/fields/time-zone-field";
import type { ScheduleDraft, SlotPattern } from "../api";

interface FieldsProps {
  draft: ScheduleDraft;
  onChange: (changes: Partial<ScheduleDraft>) => void;
  error: unknown;
}

export function DayFields({ draft, onChange, error }: FieldsProps) {
  const { pattern } = draft;
  const changeDay = (changes: Partial<SlotPattern>) =>
    onChange({ pattern: { ...pattern, ...changes } });
  return (
    <fieldset className="grid grid-cols-2 gap-4">
      <legend className="mb-3 font-medium">Day and times</legend>
      <DateField
        label="Date"
        value={draft.date || null}
        onChange={(date) => onChange({ date: date ?? "" })}
        error={problemAt(error, "on_date")}
        isRequired
        className="max-sm:col-span-2"
      />
      <TimeZoneField
        value={draft.zone}
        onChange={(zone) => onChange({ zone })}
        error={problemAt(error, "time_zone")}
        className="max-sm:col-span-2"
      />
      <TimeField
        label="First interview"
        value={pattern.first}
        onChange={(first) => changeDay({ first: first ?? "" })}
        error={problemAt(error, "first")}
        isRequired
      />
      <TimeField
        label="Day ends"
        value={pattern.last}
        onChange={(last) => changeDay({ last: last ?? "" })}
        error={problemAt(error, "last")}
        isRequired
      />
      <NumberField
        label="Interview length"
        unit="minute"
        value={pattern.slot_minutes}
        onChange={(slot_minutes) => changeDay({ slot_minutes })}
        min={5}
        max={480}
        step={5}
        error={problemAt(error, "slot_minutes")}
        isRequired
      />
      <NumberField
        label="Gap between interviews"
        unit="minute"
        value={pattern.gap_minutes}
        onChange={(gap_minutes) => changeDay({ gap_minutes })}
        min={0}
        max={240}
        step={5}
        error={problemAt(error, "gap_minutes")}
        isRequired
      />
    </fieldset>
  );
}
