import type { Experience } from "./experience";
import { todaysSchedules } from "./timeline";

/** Where one is instead of on the page itself. */
export type Overlay = { to: "room"; slotId: string } | { to: "check" };

/** Kept as an entry of the tab's history: Back leads to the page, a reload into the interview again. */
export const pushOverlay = (overlay: Overlay) => history.pushState({ overlay }, "");
export const replaceOverlay = (overlay: Overlay) => history.replaceState({ overlay }, "");

export const currentOverlay = (): Overlay | null => history.state?.overlay ?? null;

/** Where this tab was; null where it cannot go (any more). */
export function restoredOverlay(experience: Experience): Overlay | null {
  const kept = currentOverlay();
  return kept?.to === "room" && !hasRoom(experience, kept.slotId) ? null : kept;
}

function hasRoom(experience: Experience, slotId: string): boolean {
  const rooms = todaysSchedules(experience).filter(({ video }) => video === "in_app");
  return rooms.some(({ slots }) => slots.some(({ id }) => id === slotId));
}
