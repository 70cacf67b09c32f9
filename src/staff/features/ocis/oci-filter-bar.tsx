import { SearchField } from "../../../ui/fields/search-field";
import { FilterBar } from "../../../ui/lists/filter-bar";
import { FilterMenu } from "../../../ui/lists/filter-menu";
import { DateMenu, DateRangeFields } from "../../lists/date-filter";
import { useSearch } from "../../url/use-search";
import {
  formats,
  linkStates,
  needs,
  ociFilters,
  periods,
  releaseStates,
} from "./shared/oci-filters";

export function OciFilterBar({ seasons }: { seasons: string[] }) {
  const { bind, clear } = useSearch(ociFilters);
  return (
    <FilterBar
      onClear={clear}
      more={<DateRangeFields {...bind("dates")} />}
      search={<SearchField label="Search employer, position" {...bind("q")} />}
    >
      <FilterMenu
        label="Season"
        anyLabel="Any season"
        options={seasons.map((season) => ({ id: season, label: season }))}
        {...bind("season")}
      />
      <DateMenu anyLabel="Today and later" periods={periods} {...bind("dates")} />
      <FilterMenu label="Format" anyLabel="Any format" options={formats} {...bind("format")} />
      <FilterMenu
        label="Release"
        anyLabel="Any release state"
        options={releaseStates}
        {...bind("release")}
      />
      <FilterMenu label="Links" anyLabel="Any link state" options={linkStates} {...bind("links")} />
      <FilterMenu label="Missing" anyLabel="Missing or not" options={needs} {...bind("need")} />
    </FilterBar>
  );
}
