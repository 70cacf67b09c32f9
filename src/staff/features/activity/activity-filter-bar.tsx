import { Button } from "../../../ui/buttons/button";
import { SearchField } from "../../../ui/fields/search-field";
import { FilterBar } from "../../../ui/lists/filter-bar";
import { FilterMenu } from "../../../ui/lists/filter-menu";
import { DateMenu, DateRangeFields } from "../../lists/date-filter";
import { pastPeriods } from "../../lists/past-days";
import { useSearch } from "../../url/use-search";
import type { StaffMember } from "../settings/api";
import { activityFilters, kinds } from "./filters";

export function ActivityFilterBar({ staff }: { staff: StaffMember[] }) {
  const { values, set, bind, clear } = useSearch(activityFilters);
  return (
    <FilterBar
      onClear={clear}
      more={<DateRangeFields {...bind("dates")} />}
      search={<SearchField label="Search person, employer" {...bind("q")} />}
    >
      <FilterMenu
        label="By"
        anyLabel="Anyone"
        options={staff.map((one) => ({ id: one.user_id, label: one.full_name }))}
        {...bind("by")}
      />
      <FilterMenu label="Kind" anyLabel="Any kind" options={kinds} {...bind("kind")} />
      <DateMenu anyLabel="Any date" periods={pastPeriods} {...bind("dates")} />
      {(values.oci || values.schedule) && (
        <Button icon="x" onClick={() => set({ oci: null, schedule: null })}>
          {values.oci ? "One OCI" : "One schedule"}
        </Button>
      )}
    </FilterBar>
  );
}
