import { useCallback, useState } from "react";
import { type Excursion, keepExcursion, keptExcursion } from "./excursion";
import type { Experience } from "./experience";

/** Where one is instead of on the page, through reloads. */
export function useExcursion(experience: Experience) {
  const [excursion, setExcursion] = useState(() => keptExcursion(experience));
  const go = useCallback((to: Excursion) => {
    keepExcursion(to);
    setExcursion(to);
  }, []);
  const comeBack = useCallback(() => {
    keepExcursion(null);
    setExcursion(null);
  }, []);
  return { excursion, go, comeBack };
}
