import { DateField } from "../../../ui/fields/date-field";
import { SearchField } from "../../../ui/fields/search-field";
import { FilterBar } from "../../../ui/lists/filter-bar";
import { FilterMenu } from "../../../ui/lists/filter-menu";
import { useSearchState } from "../../lists/use-search-state";
import {
  dateFilters,
  formatFilters,
  isFiltered,
  linkFilters,
  needFilters,
  noFilters,
  type OciFilters,
  releaseFilters,
} from "./filters";

export function OciFilterBar({ filters, seasons }: { filters: OciFilters; seasons: string[] }) {
  const { filter } = useSearchState();
  return (
    <FilterBar
      onClear={isFiltered(filters) ? () => filter(noFilters) : undefined}
      more={
        filters.dates === "range" && (
          <>
            <DateField label="From" value={filters.from} onChange={(from) => filter({ from })} />
            <DateField label="To" value={filters.until} onChange={(until) => filter({ until })} />
          </>
        )
      }
      search={
        <SearchField
          label="Search employer, position"
          value={filters.text}
          onSearch={(q) => filter({ q })}
          className="w-full sm:w-64"
        />
      }
    >
      <FilterMenu
        label="Season"
        anyLabel="Any season"
        options={seasons.map((season) => ({ id: season, label: season }))}
        value={filters.season}
        onChange={(season) => filter({ season })}
      />
      <FilterMenu
        label="Dates"
        anyLabel="Today and later"
        options={dateFilters}
        value={filters.dates}
        onChange={(dates) => filter({ dates, from: null, until: null })}
      />
      <FilterMenu
        label="Format"
        anyLabel="Any format"
        options={formatFilters}
        value={filters.format}
        onChange={(format) => filter({ format })}
      />
      <FilterMenu
        label="Release"
        anyLabel="Any release state"
        options={releaseFilters}
        value={filters.release}
        onChange={(release) => filter({ release })}
      />
      <FilterMenu
        label="Links"
        anyLabel="Any link state"
        options={linkFilters}
        value={filters.links}
        onChange={(links) => filter({ links })}
      />
      <FilterMenu
        label="Missing"
        anyLabel="Missing or not"
        options={needFilters}
        value={filters.need}
        onChange={(need) => filter({ need })}
      />
    </FilterBar>
  );
}
