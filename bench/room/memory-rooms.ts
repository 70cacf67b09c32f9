import type {
  IncomingSignal,
  OutgoingSignal,
  Polled,
  RoomApi,
  RoomResult,
} from "../../src/room/room-api";

interface Seat {
  id: string;
  session: string;
  inbox: IncomingSignal[];
}

/** One room in this page's memory: as the database has it, without its rules. */
export function createMemoryRoom() {
  const seats = new Map<string, Seat>();
  let signals = 0;

  const member = ({ id, session }: Seat) => ({
    id,
    session,
    role: "interviewer" as const,
    name: id,
    admitted: true,
    present: true,
    state: {},
  });

  const seenFrom = ({ id, inbox }: Seat): Polled => ({
    now: new Date().toISOString(),
    you: { member_id: id, role: "interviewer", admitted: true },
    interview,
    members: [...seats.values()].map(member),
    signals: structuredClone(inbox.slice(0, 50)),
    messages: [],
    next: null,
  });

  /** The API as one person calls it. */
  function apiOf(id: string): RoomApi {
    const ok: RoomResult = { ok: true };
    return {
      async enter(_, session) {
        const seat = { id, session, inbox: [] };
        seats.set(id, seat);
        return { ok: true, ...seenFrom(seat), poll_ms: 2_500 };
      },
      async poll(_, session, { ack }): Promise<RoomResult<Polled>> {
        const seat = seats.get(id);
        if (seat?.session !== session) return { ok: false, reason: "elsewhere" };
        seat.inbox = seat.inbox.filter((signal) => signal.id > ack);
        return { ok: true, ...seenFrom(seat) };
      },
      async send(_, session, outgoing) {
        for (const signal of outgoing) deliver(id, session, signal);
        return ok;
      },
      say: async () => ok,
      admit: async () => ok,
      finish: async () => ok,
      reopen: async () => ok,
      async leave() {
        seats.delete(id);
      },
      iceServers: async () => ({ iceServers: [], expiresAt: null }),
    };
  }

  function deliver(from: string, session: string, { to, body, session: theirs }: OutgoingSignal) {
    const seat = seats.get(to);
    if (seat?.session !== theirs) return;
    signals += 1;
    seat.inbox.push({ id: signals, from, session, body: structuredClone(body) });
  }

  return { apiOf, deliver, sessionOf: (id: string) => seats.get(id)?.session ?? "" };
}

const interview = {
  starts_at: "2026-11-23T14:00:00Z",
  ends_at: "2026-11-23T14:30:00Z",
  time_zone: "America/New_York",
  employer: "Northwind LLP",
  position: null,
  student: { full_name: "Jordan Lee" },
  interviewers: ["Priya Raman"],
  late_minutes: 0,
  finished: false,
};
