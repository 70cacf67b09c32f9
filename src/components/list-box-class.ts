export const floatClass =
  "min-w-44 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-float outline-none " +
  "animate-rise data-exiting:opacity-0";

export const optionClass =
  "flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-sm outline-none select-none touch:min-h-11 " +
  "data-focused:bg-hover data-disabled:opacity-50 data-pressed:bg-pressed";
