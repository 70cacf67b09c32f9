import { FilterBar } from "../../../components/filter-bar";
import { FilterMenu } from "../../../components/filter-menu";
import { SearchField } from "../../../components/search-field";
import { useSearchState } from "../../use-search-state";
import {
  dateFilters,
  formatFilters,
  isFiltered,
  linkFilters,
  noFilters,
  type OciFilters,
  releaseFilters,
} from "./filters";

export function OciFilterBar({ filters, seasons }: { filters: OciFilters; seasons: string[] }) {
  const { filter } = useSearchState();
  return (
    <FilterBar
      onClear={isFiltered(filters) ? () => filter(noFilters) : undefined}
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
        onChange={(dates) => filter({ dates })}
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
    </FilterBar>
  );
}
