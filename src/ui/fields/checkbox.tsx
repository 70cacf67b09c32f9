import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components";
import { cx } from "../cx";
import { Icon } from "../icons/icon";

interface CheckboxProps {
  isSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
  isDisabled?: boolean;
  /** In a table RAC wires it to its row: slot="selection". */
  slot?: string;
  className?: string;
  children?: ReactNode;
  "aria-label"?: string;
}

export function Checkbox({ className, children, ...props }: CheckboxProps) {
  return (
    <CheckboxField {...props}>
      <CheckboxButton
        className={cx(
          "group flex items-start gap-2 py-0.5 text-base outline-none touch:py-3 data-disabled:opacity-50",
          className,
        )}
      >
        {({ isIndeterminate, isSelected }) => (
          <>
            <span className={boxClass}>
              {(isIndeterminate || isSelected) && (
                <Icon name={isIndeterminate ? "minus" : "check"} className="size-3 stroke-2" />
              )}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  );
}

const boxClass =
  "mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border border-edge bg-surface text-white " +
  "group-data-selected:border-accent group-data-selected:bg-accent " +
  "group-data-indeterminate:border-accent group-data-indeterminate:bg-accent " +
  "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 outline-accent-ink";
