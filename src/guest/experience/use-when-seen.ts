import { type RefObject, useEffect } from "react";

const longEnough = 8_000;

/** Calls `onSeen` once the element has been in sight for 8 s, in a tab that is looked at. */
export function useWhenSeen(element: RefObject<Element | null>, onSeen: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      timer = setTimeout(() => (document.hidden ? wait() : onSeen()), longEnough);
    };
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) wait();
    });
    if (element.current) observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element, onSeen]);
}
