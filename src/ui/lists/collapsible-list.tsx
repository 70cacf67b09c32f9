import { type ReactNode, useState } from "react";
import { Button } from "../buttons/button";

interface CollapsibleListProps<T extends { id: string }> {
  items: readonly T[];
  /** "people" in "Show all 38 people". */
  noun: string;
  children: (item: T) => ReactNode;
}

const shown = 10;

/** The first few of a list, and all of it when asked: what follows stays in sight. */
export function CollapsibleList<T extends { id: string }>({
  items,
  noun,
  children,
}: CollapsibleListProps<T>) {
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <ul className="border-line border-b">
        {items.slice(0, isWhole ? undefined : shown).map((item) => (
          <li key={item.id} className="border-line border-t px-4 py-2 sm:px-6">
            {children(item)}
          </li>
        ))}
      </ul>
      {items.length > shown && (
        <Button
          variant="quiet"
          aria-expanded={isWhole}
          className="mx-1 mt-1 sm:mx-3"
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? "Show fewer" : `Show all ${items.length.toLocaleString()} ${noun}`}
        </Button>
      )}
    </>
  );
}
