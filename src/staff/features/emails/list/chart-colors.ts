import type { Totals } from "./chart-words";

/** With forced colors, those of the system that differ from each other. */
export const groupFill: Record<keyof Totals, string> = {
  sent: "fill-success forced-colors:fill-[CanvasText]",
  waiting: "fill-accent-ink forced-colors:fill-[LinkText]",
  attention: "fill-danger forced-colors:fill-[Highlight]",
  canceled: "fill-edge forced-colors:fill-[GrayText]",
};
