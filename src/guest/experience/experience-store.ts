import { LinkNotValid, type Reading, type Session } from "../link/session";
import { keepFresh } from "./keep-fresh";
import { refreshDelay } from "./timeline";

export interface OpenVisit extends Reading {
  state: "open";
  /** The last attempt to refresh did not reach the server. */
  failing: boolean;
}

export type VisitState = { state: "loading" | "unreachable" | "link-not-valid" } | OpenVisit;

/** An opened link whose state is kept fresh for as long as someone subscribes to it. */
export interface Visit extends Pick<Session, "calendar" | "document" | "withAccess"> {
  subscribe(onChange: () => void): () => void;
  current(): VisitState;
  retry(): void;
}

const retryDelay = (failures: number) => Math.min(30_000, 2_500 * 2 ** failures);

export function createVisit(session: Session): Visit {
  let visit: VisitState = { state: "loading" };
  let failures = 0;
  let refresh = () => {};

  async function read(): Promise<VisitState> {
    try {
      const reading = await session.read();
      failures = 0;
      return { ...reading, state: "open", failing: false };
    } catch (error) {
      if (error instanceof LinkNotValid) return { state: "link-not-valid" };
      failures += 1;
      return visit.state === "open" ? { ...visit, failing: true } : { state: "unreachable" };
    }
  }

  function nextDelay(): number | null {
    if (visit.state === "link-not-valid") return null;
    if (visit.state !== "open" || visit.failing) return retryDelay(failures);
    return refreshDelay(visit.experience, Date.now() + visit.clockOffset);
  }

  return {
    subscribe(onChange) {
      const fresh = keepFresh(async () => {
        visit = await read();
        onChange();
        return nextDelay();
      });
      refresh = fresh.refresh;
      return fresh.stop;
    },
    current: () => visit,
    retry: () => refresh(),
    calendar: session.calendar,
    document: session.document,
    withAccess: session.withAccess,
  };
}
