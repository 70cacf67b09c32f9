import type { Experience } from "./experience";
import { todaysSchedules } from "./timeline";

/** A view over the page: the video room or the device check. */
export type Overlay = { to: "room"; slotId: string } | { to: "check" };

/** An entry in the tab's history: Back leads to the page, a reload into the room again. */
export const pushOverlay = (overlay: Overlay) => history.pushState({ overlay }, "");
export const replaceOverlay = (overlay: Overlay) => history.replaceState({ overlay }, "");

export const currentOverlay = (): Overlay | null => history.state?.overlay ?? null;

/** The overlay this tab had open; null where it is no longer available. */
export function restoredOverlay(experience: Experience): Overlay | null {
  const kept = currentOverlay();
  return kept?.to === "room" && !hasRoom(experience, kept.slotId) ? null : kept;
}

function hasRoom(experience: Experience, slotId: string): boolean {
  const rooms = todaysSchedules(experience).filter(({ video }) => video === "in_app");
  return rooms.some(({ slots }) => slots.some(({ id }) => id === slotId));
}
