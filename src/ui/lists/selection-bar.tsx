import type { ReactNode } from "react";
import { Button, IconButton } from "../buttons/button";

interface SelectionBarProps {
  count: number;
  /** What is selected: "OCIs". */
  label: string;
  /** Present while more rows match than are selected. */
  onSelectAll?: { label: string; action: () => void };
  onClear: () => void;
  children: ReactNode;
}

/** Actions on the selected rows of a list; stays in sight while it is scrolled. */
export function SelectionBar({ count, label, onSelectAll, onClear, children }: SelectionBarProps) {
  if (count === 0) return null;
  return (
    <section
      aria-label={`Selected ${label}`}
      className="sticky bottom-0 z-5 flex flex-wrap items-center gap-2 border-line border-y bg-raised px-4 py-2 sm:px-6"
    >
      <span role="status" className="mr-1 font-medium text-sm tabular-nums">
        {count.toLocaleString()} selected
      </span>
      <span className="flex flex-wrap gap-2 max-sm:order-last max-sm:basis-full">{children}</span>
      <span className="ml-auto flex items-center gap-1">
        {onSelectAll && (
          <Button variant="quiet" onClick={onSelectAll.action}>
            {onSelectAll.label}
          </Button>
        )}
        <IconButton icon="x" label="Clear selection" onClick={onClear} />
      </span>
    </section>
  );
}
