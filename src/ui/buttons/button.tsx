import type { ComponentProps, MouseEvent } from "react";
import { cx } from "../cx";
import { Spinner } from "../feedback/spinner";
import { Icon, type IconName } from "../icons/icon";
import { type ButtonSize, type ButtonVariant, buttonClass, iconButtonClass } from "./button-class";

interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  /** Keeps its width and the focus, says it is busy, and ignores further presses. */
  isPending?: boolean;
}

export function Button(props: ButtonProps) {
  const { variant, size, icon, isPending, className, children, onClick, ...rest } = props;
  // The second click of a double one may come before the first shows as pending.
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending || (isPending === false && event.detail > 1)) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || undefined}
      onClick={press}
      className={cx(buttonClass(variant, size), "relative", className)}
    >
      {isPending && <Spinner className="absolute inset-0 m-auto" />}
      <span className={cx("contents", isPending && "*:opacity-0")}>
        {icon && <Icon name={icon} />}
        <span>{children}</span>
      </span>
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  icon: IconName;
  label: string;
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(iconButtonClass(), className)}
    >
      <Icon name={icon} />
    </button>
  );
}
