import type { ReactNode } from "react";
import { Popover as AriaPopover, Button, DialogTrigger } from "react-aria-components";
import { cx } from "../cx";
import { floatClass } from "./list-box-class";

interface PopoverProps {
  /** The words that open it. */
  trigger: string;
  label: string;
  children: ReactNode;
}

export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <DialogTrigger>
      <Button aria-label={label} className="link touch:min-h-11">
        {trigger}
      </Button>
      <AriaPopover
        placement="bottom start"
        aria-label={label}
        className={cx(floatClass, "w-80 max-w-[calc(100vw-1.5rem)] p-3")}
      >
        {children}
      </AriaPopover>
    </DialogTrigger>
  );
}
