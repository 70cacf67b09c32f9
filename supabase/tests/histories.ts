/** What random histories are made and judged with. */

export interface Item {
  id: string;
  facts: Facts | null;
  sequence: number;
  events: number[][];
  dropped: number[][];
}

interface Facts {
  on_date: string;
  time_zone: string;
  format: string;
  video: string | null;
  location: string | null;
  slots: number[][];
}

export interface Claimed {
  email_id: string;
  lease_id: string;
  payload: { person_id: string; schedules: Item[] };
}

export interface Truth {
  schedule_id: string;
  person_id: string;
  is_interviewer: boolean;
  facts: string | null;
}

/** Picks one of some, the same ones for the same seed (mulberry32). */
export function random(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
}

export const factsKey = ({ on_date, time_zone, format, video, location, slots }: Facts): string =>
  [
    on_date,
    time_zone,
    format,
    video,
    location,
    slots.map((slot) => slot.join("-")).join(",") || null,
  ]
    .filter((part) => part !== null)
    .join("|");

/** By UID: whose entry it is and when, and whether it stands. */
export type Calendar = Map<string, { entry: string; sequence: number; isLive: boolean }>;

/** Does what a calendar does with an email's files: the higher sequence counts. */
export function applyEntries(calendar: Calendar, person: string, item: Item): void {
  const apply = (events: number[][], isLive: boolean) => {
    for (const [key, start, end] of events) {
      const uid = `${item.id} ${person} ${key}`;
      const before = calendar.get(uid);
      if (before && before.sequence > item.sequence) continue;
      const entry = `${person} ${item.id} ${start}-${end}`;
      calendar.set(uid, { entry, sequence: item.sequence, isLive });
    }
  };
  apply(item.events, true);
  apply(item.dropped, false);
}
