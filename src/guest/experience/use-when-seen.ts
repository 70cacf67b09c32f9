import { type RefObject, useEffect } from "react";

const longEnough = 8_000;

/** Calls `onSeen` once the element was in sight for 8 s of a page that somebody looks at. */
export function useWhenSeen(element: RefObject<Element | null>, onSeen: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isInSight = false;
    const look = () => {
      clearTimeout(timer);
      if (isInSight && document.visibilityState === "visible")
        timer = setTimeout(onSeen, longEnough);
    };
    const observer = new IntersectionObserver(([entry]) => {
      isInSight = entry?.isIntersecting ?? false;
      look();
    });
    if (element.current) observer.observe(element.current);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, [element, onSeen]);
}
