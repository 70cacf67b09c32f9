import { DateField } from "../../../../ui/fields/date-field";
import { NumberField } from "../../../../ui/fields/number-field";
import { TimeField } from "../../../../ui/fields/time-field";
import { TimeZoneField } from "../../../../ui/fields/time-zone-field";
import type { ScheduleFields } from "./schedule-values";

export function DayFields({ form }: { form: ScheduleFields }) {
  return (
    <fieldset className="grid grid-cols-2 gap-4">
      <legend className="mb-3 font-medium">Day and times</legend>
      <DateField label="Date" {...form.field("on_date")} isRequired className="max-sm:col-span-2" />
      <TimeZoneField {...form.field("time_zone")} className="max-sm:col-span-2" />
      <TimeField label="First interview" {...form.field("first")} isRequired />
      <TimeField label="Day ends" {...form.field("last")} isRequired />
      <NumberField
        label="Interview length"
        unit="minute"
        {...form.field("slot_minutes")}
        min={5}
        max={480}
        step={5}
        isRequired
      />
      <NumberField
        label="Gap between interviews"
        unit="minute"
        {...form.field("gap_minutes")}
        min={0}
        max={240}
        step={5}
        isRequired
      />
    </fieldset>
  );
}
