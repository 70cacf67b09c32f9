import { DateField } from "../../ui/fields/date-field";
import { FilterMenu } from "../../ui/lists/filter-menu";
import { type DateRange, readDateRange, toDateRange } from "../url/date-range";

interface DateMenuProps<Period extends string> {
  /** What no choice means: "Any date". */
  anyLabel: string;
  periods: readonly { id: Period; label: string }[];
  value: Period | DateRange | null;
  onChange: (value: Period | DateRange | null) => void;
}

export function DateMenu<Period extends string>(props: DateMenuProps<Period>) {
  const { anyLabel, periods, value, onChange } = props;
  const range = { id: toDateRange({ from: null, until: null }), label: "From … to …" };
  return (
    <FilterMenu<Period | DateRange>
      label="Dates"
      anyLabel={anyLabel}
      options={[...periods, range]}
      value={readDateRange(value) ? range.id : value}
      onChange={onChange}
    />
  );
}

interface DateRangeFieldsProps {
  value: string | null;
  onChange: (value: DateRange) => void;
}

/** The two ends of a range, while one is asked for. */
export function DateRangeFields({ value, onChange }: DateRangeFieldsProps) {
  const range = readDateRange(value);
  if (!range) return null;
  return (
    <div className="flex basis-full gap-3">
      <DateField
        label="From"
        value={range.from}
        onChange={(from) => onChange(toDateRange({ ...range, from }))}
      />
      <DateField
        label="To"
        value={range.until}
        onChange={(until) => onChange(toDateRange({ ...range, until }))}
      />
    </div>
  );
}
