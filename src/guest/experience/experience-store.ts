import { LinkNotValid, type Session, type Snapshot } from "../link/session";
import { keepFresh } from "./keep-fresh";
import { refreshDelay } from "./timeline";

export interface OpenExperience extends Snapshot {
  state: "open";
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
  retry(): void;
}

const retryDelay = (failures: number) => Math.min(30_000, 2_500 * 2 ** failures);

export function createExperienceStore(session: Session): ExperienceStore {
  let store: ExperienceState = { state: "loading" };
  let failures = 0;
  let refresh = () => {};

  async function read(): Promise<ExperienceState> {
    try {
      const snapshot = await session.read();
      failures = 0;
      return { ...snapshot, state: "open", failing: false };
    } catch (error) {
      if (error instanceof LinkNotValid) return { state: "link-not-valid" };
      failures += 1;
      return store.state === "open" ? { ...store, failing: true } : { state: "unreachable" };
    }
  }

  function nextDelay(): number | null {
    if (store.state === "link-not-valid") return null;
    if (store.state !== "open" || store.failing) return retryDelay(failures);
    return refreshDelay(store.experience, Date.now() + store.clockOffset);
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
    retry: () => refresh(),
    calendar: session.calendar,
    document: session.document,
    withAccess: session.withAccess,
  };
}
