import { useCallback, useEffect, useState } from "react";
import type { Experience } from "./experience";
import { currentOverlay, type Overlay, pushOverlay, restoredOverlay } from "./overlay";

/** Where one is instead of on the page, through reloads and by the browser's Back. */
export function useOverlay(experience: Experience) {
  const [overlay, setOverlay] = useState(() => restoredOverlay(experience));
  useEffect(() => {
    const follow = () => setOverlay(currentOverlay());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useCallback((to: Overlay) => {
    pushOverlay(to);
    setOverlay(to);
  }, []);
  const closeOverlay = useCallback(() => history.back(), []);
  return { overlay, go, closeOverlay };
}
