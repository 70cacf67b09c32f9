import type { ReactNode } from "react";
import { Button } from "./button";

interface FilterBarProps {
  search: ReactNode;
  children: ReactNode;
  /** Present while something is filtered. */
  onClear?: () => void;
}

/** On phones the filters are one row that scrolls sideways. */
export function FilterBar({ search, children, onClear }: FilterBarProps) {
  return (
    <search className="flex gap-2 px-4 pb-3 max-sm:flex-col sm:flex-wrap sm:items-center sm:px-6">
      {search}
      <div className="relative -mx-4 flex gap-2 overflow-x-auto px-4 py-0.5 sm:contents">
        {children}
        {onClear && (
          <Button variant="quiet" onClick={onClear}>
            Clear
          </Button>
        )}
      </div>
    </search>
  );
}
