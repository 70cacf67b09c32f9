import { cx } from "../cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "md" | "sm" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-white hover:bg-accent-hover data-hovered:bg-accent-hover",
  secondary: "border border-line bg-raised hover:bg-hover data-hovered:bg-hover",
  quiet: "hover:bg-hover data-hovered:bg-hover data-pressed:bg-pressed",
  danger: "bg-danger-solid text-white hover:bg-danger-solid-hover",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2 text-sm",
  md: "h-8 px-3 text-sm",
  lg: "h-11 px-4 text-md",
};

/** The look of a button, also for links and triggers that must look like one. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap",
    "transition-colors select-none disabled:opacity-50 data-disabled:opacity-50 touch:min-h-11",
    variants[variant],
    sizes[size],
  );
}

export function iconButtonClass(): string {
  return cx(
    "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted",
    "transition-colors hover:bg-hover hover:text-ink data-hovered:bg-hover data-hovered:text-ink",
    "data-pressed:bg-pressed disabled:opacity-50 data-disabled:opacity-50 touch:size-11",
  );
}
