import { useEffect, useRef, useState } from "react";
import type { RoomState } from "./engine/room-state";
import { noticeForTime, noticesBetween } from "./notices";

const shownFor = 8_000;

/** What just happened, in words, for as long as it takes to read. */
export function useNotices(state: RoomState, now: number): string | null {
  const [notice, setNotice] = useState<string | null>(null);
  const last = useRef({ state, now });

  useEffect(() => {
    const before = last.current;
    last.current = { state, now };
    const words = noticesBetween(before.state, state);
    const ofTime = noticeForTime(state, before.now, now);
    if (ofTime) words.push(ofTime);
    if (words.length > 0) setNotice(words.join(" "));
  }, [state, now]);

  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), shownFor);
    return () => clearTimeout(timer);
  }, [notice]);

  return notice;
}
