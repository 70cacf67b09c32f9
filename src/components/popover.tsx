import type { ReactNode } from "react";
import { Popover as AriaPopover, Button, Dialog, DialogTrigger } from "react-aria-components";
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
      <AriaPopover placement="bottom start" className={floatClass}>
        <Dialog aria-label={label} className="w-80 max-w-full p-2 outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
