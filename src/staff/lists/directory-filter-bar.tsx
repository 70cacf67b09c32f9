import type { ReactNode } from "react";
import { SearchField } from "../../ui/fields/search-field";
import { FilterBar } from "../../ui/lists/filter-bar";
import { FilterMenu } from "../../ui/lists/filter-menu";
import { useSearch } from "../url/use-search";
import { archivedFilter, directoryFilters } from "./directory-filters";

interface DirectoryFilterBarProps {
  /** What can be searched: "Search name, email". */
  label: string;
  onClear?: () => void;
  children?: ReactNode;
}

export function DirectoryFilterBar({ label, onClear, children }: DirectoryFilterBarProps) {
  const { bind } = useSearch(directoryFilters);
  return (
    <FilterBar onClear={onClear} search={<SearchField label={label} {...bind("q")} />}>
      {children}
      <FilterMenu label="Show" anyLabel="In use" options={archivedFilter} {...bind("show")} />
    </FilterBar>
  );
}
