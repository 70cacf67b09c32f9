import { LinkNotValid, type Session, type Snapshot } from "../link/session";
import { checkDelay, followedSpan } from "./follow";
import { keepFresh } from "./keep-fresh";
import { nextTurn } from "./timeline";

export interface OpenExperience extends Snapshot {
  state: "open";
  /** When the server last said that this is how things stand, on its clock. */
  checkedAt: number;
  /** The last attempt to refresh did not reach the server. */
  failing: boolean;
}

export type ExperienceState =
  | { state: "loading" | "unreachable" | "link-not-valid" }
  | OpenExperience;

/** An opened link whose state is kept fresh for as long as someone subscribes to it. */
export interface ExperienceStore extends Pick<Session, "calendar" | "document" | "withAccess"> {
  subscribe(onChange: () => void): () => void;
  current(): ExperienceState;
  /** Asks at once. */
  refresh(): void;
}

/** Then the whole is fetched in any case, and with it the server's time: clocks of devices are set. */
const longest = 10 * 60_000;

const retryDelay = (failures: number) => Math.min(30_000, 2_500 * 2 ** failures);

const serverTime = ({ clockOffset }: Snapshot) => Date.now() + clockOffset;

export function createExperienceStore(session: Session): ExperienceStore {
  let store: ExperienceState = { state: "loading" };
  let failures = 0;
  // Kept here: a schedule that vanishes from the page takes its times with it, and may come back.
  let followedUntil = -Infinity;
  let refresh = () => {};

  async function read(): Promise<ExperienceState> {
    try {
      const next = (store.state === "open" && (await confirm(store))) || (await fetchWhole());
      failures = 0;
      return next;
    } catch (error) {
      if (error instanceof LinkNotValid) return { state: "link-not-valid" };
      failures += 1;
      return store.state === "open" ? { ...store, failing: true } : { state: "unreachable" };
    }
  }

  /** What is shown, as of now; null where it has changed. */
  async function confirm(open: OpenExperience): Promise<OpenExperience | null> {
    const { experience, fetchedAt } = open;
    const checkedAt = serverTime(open);
    if (checkedAt >= Math.min(nextTurn(experience.schedules, fetchedAt), fetchedAt + longest)) {
      return null;
    }
    if ((await session.version()) !== experience.version) return null;
    return { ...open, checkedAt, failing: false };
  }

  async function fetchWhole(): Promise<OpenExperience> {
    const snapshot = await session.read();
    return { ...snapshot, state: "open", checkedAt: snapshot.fetchedAt, failing: false };
  }

  function nextDelay(): number | null {
    if (store.state === "link-not-valid") return null;
    if (store.state !== "open") return retryDelay(failures);
    const now = serverTime(store);
    const { from, until } = followedSpan(store.experience, now);
    if (from <= now) followedUntil = Math.max(followedUntil, until);
    const isFollowed = now < followedUntil;
    // A server that comes back is asked no more often by this than it is on any other day.
    if (store.failing && !isFollowed) return retryDelay(failures);
    return checkDelay(store.experience, now, isFollowed, Math.random());
  }

  return {
    subscribe(onChange) {
      const fresh = keepFresh(async () => {
        store = await read();
        onChange();
        return nextDelay();
      });
      refresh = fresh.refresh;
      return fresh.stop;
    },
    current: () => store,
    refresh: () => refresh(),
    calendar: session.calendar,
    document: session.document,
    withAccess: session.withAccess,
  };
}
