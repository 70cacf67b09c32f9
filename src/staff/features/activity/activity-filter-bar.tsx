import { Button } from "../../../ui/buttons/button";
import { DateField } from "../../../ui/fields/date-field";
import { SearchField } from "../../../ui/fields/search-field";
import { FilterBar } from "../../../ui/lists/filter-bar";
import { FilterMenu } from "../../../ui/lists/filter-menu";
import { pastDays } from "../../lists/past-days";
import { useSearchState } from "../../lists/use-search-state";
import type { StaffMember } from "../settings/api";
import { type ActivityFilters, isFiltered, kindFilters, noFilters } from "./filters";

interface ActivityFilterBarProps {
  filters: ActivityFilters;
  staff: StaffMember[];
}

export function ActivityFilterBar({ filters, staff }: ActivityFilterBarProps) {
  const { filter } = useSearchState();
  return (
    <FilterBar
      more={
        filters.dates === "range" && (
          <>
            <DateField label="From" value={filters.from} onChange={(from) => filter({ from })} />
            <DateField label="To" value={filters.until} onChange={(until) => filter({ until })} />
          </>
        )
      }
      onClear={isFiltered(filters) ? () => filter(noFilters) : undefined}
      search={
        <SearchField
          label="Search person, employer"
          value={filters.text}
          onSearch={(q) => filter({ q })}
          className="w-full sm:w-64"
        />
      }
    >
      <FilterMenu
        label="By"
        anyLabel="Anyone"
        options={staff.map((one) => ({ id: one.user_id, label: one.full_name }))}
        value={filters.by}
        onChange={(by) => filter({ by })}
      />
      <FilterMenu
        label="Kind"
        anyLabel="Any kind"
        options={kindFilters}
        value={filters.kind}
        onChange={(kind) => filter({ kind })}
      />
      <FilterMenu
        label="Dates"
        anyLabel="Any date"
        options={pastDays}
        value={filters.dates}
        onChange={(dates) => filter({ dates, from: null, until: null })}
      />
      {(filters.oci || filters.schedule) && (
        <Button icon="x" onClick={() => filter({ oci: null, schedule: null })}>
          {filters.oci ? "One OCI" : "One schedule"}
        </Button>
      )}
    </FilterBar>
  );
}
