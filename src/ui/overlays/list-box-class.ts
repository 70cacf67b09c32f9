export const floatClass =
  "min-w-44 overflow-hidden rounded-lg border border-line bg-raised shadow-float outline-none " +
  "animate-rise data-exiting:opacity-0";

/** Scrolls by itself: a popup that scrolls around its list cannot be reached by keyboard. */
export const listClass = "max-h-[inherit] overflow-auto p-1 outline-none";

export const optionClass =
  "flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-sm outline-none select-none touch:min-h-11 " +
  "data-focused:bg-hover data-disabled:opacity-50 data-pressed:bg-pressed";
