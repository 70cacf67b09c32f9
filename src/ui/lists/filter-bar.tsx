import type { ReactNode } from "react";
import { Button } from "../buttons/button";

interface FilterBarProps {
  search: ReactNode;
  children: ReactNode;
  /** A row of its own below. */
  more?: ReactNode;
  /** Present while something is filtered. */
  onClear?: () => void;
}

/** Where it is narrow, the filters are one row that scrolls sideways. */
export function FilterBar({ search, children, more, onClear }: FilterBarProps) {
  return (
    <search className="@container block">
      <div className="flex flex-wrap items-center gap-2 px-4 pb-3 sm:px-6 narrow:flex-col narrow:flex-nowrap narrow:items-stretch narrow:px-4">
        {search}
        <div className="contents narrow:relative narrow:-mx-4 narrow:flex narrow:gap-2 narrow:overflow-x-auto narrow:px-4 narrow:py-0.5">
          {children}
          {onClear && (
            <Button variant="quiet" onClick={onClear}>
              Clear
            </Button>
          )}
        </div>
        {more}
      </div>
    </search>
  );
}
