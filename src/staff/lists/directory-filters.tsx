import type { ReactNode } from "react";
import { SearchField } from "../../ui/fields/search-field";
import { FilterBar } from "../../ui/lists/filter-bar";
import { FilterMenu } from "../../ui/lists/filter-menu";
import { archivedFilter, type ListFilters } from "./list-filters";
import { useSearchState } from "./use-search-state";

interface DirectoryFiltersProps {
  label: string;
  filters: ListFilters<string>;
  isFiltered: boolean;
  onClear: () => void;
  children?: ReactNode;
}

export function DirectoryFilters(props: DirectoryFiltersProps) {
  const { label, filters, isFiltered, onClear, children } = props;
  const { filter } = useSearchState();
  return (
    <FilterBar
      onClear={isFiltered ? onClear : undefined}
      search={
        <SearchField
          label={label}
          value={filters.text}
          onSearch={(q) => filter({ q })}
          className="w-full sm:w-64"
        />
      }
    >
      {children}
      <FilterMenu
        label="Show"
        anyLabel="In use"
        options={archivedFilter}
        value={filters.isArchived ? "archived" : null}
        onChange={(show) => filter({ show })}
      />
    </FilterBar>
  );
}
