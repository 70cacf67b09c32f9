import type { Experience } from "./experience";
import { todaysSchedules } from "./timeline";

/** Where one is instead of on the page itself. */
export type Excursion = { to: "room"; slotId: string } | { to: "check" };

/** Kept as an entry of the tab's history: Back leads to the page, a reload into the interview again. */
export const setOut = (excursion: Excursion) => history.pushState({ excursion }, "");
export const goOn = (excursion: Excursion) => history.replaceState({ excursion }, "");

export const currentExcursion = (): Excursion | null => history.state?.excursion ?? null;

/** Where this tab was; null where it cannot go (any more). */
export function keptExcursion(experience: Experience): Excursion | null {
  const kept = currentExcursion();
  return kept?.to === "room" && !hasRoom(experience, kept.slotId) ? null : kept;
}

function hasRoom(experience: Experience, slotId: string): boolean {
  const rooms = todaysSchedules(experience).filter(({ video }) => video === "in_app");
  return rooms.some(({ slots }) => slots.some(({ id }) => id === slotId));
}
