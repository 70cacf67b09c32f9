import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  Button,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { cx } from "../cx";
import { Icon, type IconName } from "../icons/icon";
import { floatClass, listClass, optionClass } from "../overlays/list-box-class";
import { type ButtonVariant, buttonClass, iconButtonClass } from "./button-class";

export interface MenuAction {
  id: string;
  label: string;
  icon?: IconName;
  isDanger?: boolean;
  isChecked?: boolean;
  /** Draws a line above. */
  startsGroup?: boolean;
  onAction: () => void;
}

interface MenuProps {
  label: string;
  /** Shows "⋯" in place of the label. */
  isCompact?: boolean;
  variant?: ButtonVariant;
  trigger?: ReactNode;
  className?: string;
  actions: MenuAction[];
}

export function Menu({ label, isCompact, variant, trigger, className, actions }: MenuProps) {
  return (
    <MenuTrigger>
      <Button
        aria-label={isCompact || trigger ? label : undefined}
        className={cx(isCompact ? iconButtonClass() : buttonClass(variant), className)}
      >
        {trigger ?? (isCompact ? <Icon name="more" /> : <span>{label}</span>)}
        {!isCompact && <Icon name="chevron-down" className="-mr-1 opacity-70" />}
      </Button>
      <Popover placement="bottom end" className={floatClass}>
        <AriaMenu className={listClass} aria-label={label}>
          {actions.map((action) => [
            action.startsGroup && (
              <Separator key={`${action.id}-line`} className="-mx-1 my-1 border-line border-t" />
            ),
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              onAction={action.onAction}
              className={cx(optionClass, action.isDanger && "text-danger")}
            >
              {action.icon && (
                <Icon name={action.icon} className={action.isDanger ? "" : "text-muted"} />
              )}
              <span className="flex-1">{action.label}</span>
              {action.isChecked && <Icon name="check" />}
              {action.isChecked && <span className="sr-only">(chosen)</span>}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
