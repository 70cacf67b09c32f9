import { useCallback, useEffect, useState } from "react";
import type { Experience } from "./experience";
import { currentExcursion, type Excursion, keptExcursion, setOut } from "./overlay";

/** Where one is instead of on the page, through reloads and by the browser's Back. */
export function useExcursion(experience: Experience) {
  const [excursion, setExcursion] = useState(() => keptExcursion(experience));
  useEffect(() => {
    const follow = () => setExcursion(currentExcursion());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useCallback((to: Excursion) => {
    setOut(to);
    setExcursion(to);
  }, []);
  const comeBack = useCallback(() => history.back(), []);
  return { excursion, go, comeBack };
}
