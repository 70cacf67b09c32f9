import type { ReactNode } from "react";
import { buttonClass } from "../buttons/button-class";
import { cx } from "../cx";

/** The option that takes a filter away. */
export const anyId = "*";

export const filterButtonClass = (isSet: boolean) =>
  cx(buttonClass("secondary"), isSet && "border-accent-ink/40 bg-accent-soft");

interface FilterButtonTextProps {
  label: string;
  isSet: boolean;
  /** The value. */
  children: ReactNode;
}

/** The name is inside the value, so that assistive technology says both in the order seen. */
export function FilterButtonText({ label, isSet, children }: FilterButtonTextProps) {
  return (
    <>
      {label}{" "}
      <span
        className={cx(
          "font-normal text-muted",
          isSet ? "inline-block max-w-48 truncate align-bottom" : "sr-only",
        )}
      >
        {children}
      </span>
    </>
  );
}
