import type { ReactNode } from "react";
import { Button } from "./button";

interface FilterBarProps {
  children: ReactNode;
  /** Present while something is filtered. */
  onClear?: () => void;
}

export function FilterBar({ children, onClear }: FilterBarProps) {
  return (
    <search className="flex flex-wrap items-center gap-2 px-4 pb-3 sm:px-6">
      {children}
      {onClear && (
        <Button variant="quiet" onClick={onClear}>
          Clear
        </Button>
      )}
    </search>
  );
}
