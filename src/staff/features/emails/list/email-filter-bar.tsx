import { Button } from "../../../../ui/buttons/button";
import { DateField } from "../../../../ui/fields/date-field";
import { SearchField } from "../../../../ui/fields/search-field";
import { FilterBar } from "../../../../ui/lists/filter-bar";
import { FilterMenu } from "../../../../ui/lists/filter-menu";
import { pastDays } from "../../../lists/past-days";
import { useSearchState } from "../../../lists/use-search-state";
import { type EmailFilters, isFiltered, kindFilters, noFilters, statusFilters } from "./filters";

export function EmailFilterBar({ filters }: { filters: EmailFilters }) {
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
        <>
          <SearchField
            label="Search text"
            value={filters.text}
            onSearch={(q) => filter({ q })}
            className="w-52 narrow:w-full"
          />
          <SearchField
            label="Recipient"
            value={filters.recipient}
            onSearch={(to) => filter({ to })}
            className="w-52 narrow:w-full"
          />
        </>
      }
    >
      <FilterMenu
        label="Status"
        anyLabel="Any status"
        options={statusFilters}
        value={filters.status}
        onChange={(status) => filter({ status })}
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
      {filters.batch && (
        <Button icon="x" onClick={() => filter({ batch: null })}>
          One send
        </Button>
      )}
    </FilterBar>
  );
}
