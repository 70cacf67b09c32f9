import type { Experience } from "./experience";
import { todaysSchedules } from "./timeline";

/** Where one is instead of on the page itself. */
export type Excursion = { to: "room"; slotId: string } | { to: "check" };

const key = "excursion";

/** Kept in the tab, so that a reload leads back into the interview. */
export function keepExcursion(excursion: Excursion | null): void {
  try {
    if (excursion) sessionStorage.setItem(key, JSON.stringify(excursion));
    else sessionStorage.removeItem(key);
  } catch {
    // Storage throws where a browser blocks site data: then a reload leads to the page.
    return;
  }
}

/** Where this tab was; null where it cannot go (any more). */
export function keptExcursion(experience: Experience): Excursion | null {
  try {
    const kept: Excursion | null = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return kept?.to === "room" && !hasRoom(experience, kept.slotId) ? null : kept;
  } catch {
    return null;
  }
}

function hasRoom(experience: Experience, slotId: string): boolean {
  const rooms = todaysSchedules(experience).filter(({ video }) => video === "in_app");
  return rooms.some(({ slots }) => slots.some(({ id }) => id === slotId));
}
