export const fieldClass = "flex min-w-0 flex-col gap-1";
export const labelClass = "font-medium text-sm";
export const helpClass = "text-muted text-sm";
export const errorClass = "text-danger text-sm";
export const controlClass =
  "h-8 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-base touch:h-11 touch:text-md " +
  "disabled:opacity-60 data-disabled:opacity-60 aria-invalid:border-danger data-invalid:border-danger";
