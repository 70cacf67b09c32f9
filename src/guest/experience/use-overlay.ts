import { useCallback, useEffect, useState } from "react";
import type { Experience } from "./experience";
import { currentOverlay, type Overlay, pushOverlay, restoredOverlay } from "./overlay";

/**
 * The open overlay, kept through reloads and closed by the browser's Back.
 * @param onReturn called when it gives way to the page.
 */
export function useOverlay(experience: Experience, onReturn: () => void) {
  const [overlay, setOverlay] = useState(() => restoredOverlay(experience));
  useEffect(() => {
    const follow = () => {
      setOverlay(currentOverlay());
      if (!currentOverlay()) onReturn();
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [onReturn]);
  const go = useCallback((to: Overlay) => {
    pushOverlay(to);
    setOverlay(to);
  }, []);
  const closeOverlay = useCallback(() => history.back(), []);
  return { overlay, go, closeOverlay };
}
