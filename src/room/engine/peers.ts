import type { IncomingSignal, Member, OutgoingSignal } from "../room-api";
import { isPolite } from "./negotiation";
import { Peer, type PeerOptions } from "./peer";
import type { PeerConnection } from "./peer-connection";
import type { Person } from "./room-state";
import type { Allowance } from "./sending";

interface Entry {
  session: string;
  peer: Peer;
}

interface PeersOptions extends Pick<PeerOptions, "config" | "tracks" | "canSignal" | "onChange"> {
  post(signal: OutgoingSignal): void;
  forget(to: string): void;
  /** A link made in advance, if there is one left. */
  takePrepared(): PeerConnection | undefined;
}

export type Known = Member & { id: string; session: string };

const isKnown = (member: Member): member is Known =>
  Boolean(member.id && member.session && member.admitted);

/** The connections to everyone else in the room, one a member and session. */
export function createPeers(options: PeersOptions) {
  const entries = new Map<string, Entry>();
  let allowance: Allowance = { audience: 1, isVideoPaused: false };

  function open(me: string, { id, session }: Known, peerConnection?: PeerConnection): Entry {
    const { post, forget, takePrepared: _, ...rest } = options;
    const peer = new Peer({
      ...rest,
      isPolite: isPolite(me, id),
      send: (body) => post({ to: id, session, body }),
      forget: () => forget(id),
      peerConnection,
    });
    peer.allow(allowance);
    const entry = { session, peer };
    entries.set(id, entry);
    return entry;
  }

  function close(id: string) {
    entries.get(id)?.peer.close();
    entries.delete(id);
    options.forget(id);
  }

  /** Who left, was sent out or came back in another tab is let go of. */
  function closeOthers(members: Map<string, Known>) {
    for (const [id, { session, peer }] of entries) {
      const member = members.get(id);
      const isGone = !member?.present && peer.connection !== "connected";
      if (!member || member.session !== session || isGone) close(id);
    }
  }

  return {
    /**
     * Follows the list of members, and takes in what they sent. `invites`: whom to offer to at once;
     * resolves when those offers are on their way.
     */
    update(
      me: string,
      members: Member[],
      signals: IncomingSignal[],
      invites: (member: Known) => boolean,
    ) {
      const known = new Map(
        members
          .filter(isKnown)
          .flatMap((member) => (member.id === me ? [] : [[member.id, member]])),
      );
      closeOthers(known);
      const arrived = [...known.values()].filter(({ id, present }) => present && !entries.has(id));
      const speakers = new Set(signals.map(({ from }) => from));
      const invited = arrived.filter((member) => invites(member) && !speakers.has(member.id));
      for (const member of arrived) {
        open(me, member, invited.includes(member) ? options.takePrepared() : undefined);
      }
      for (const { from, session, body } of signals) {
        const entry = entries.get(from);
        if (entry?.session !== session) continue;
        entry.peer.receive(body);
      }
      const offers = invited.map(({ id }) => entries.get(id)?.peer.offer());
      this.allow(allowance.isVideoPaused);
      return Promise.all(offers);
    },
    people(members: Member[]): Person[] {
      return members.flatMap((member) => {
        const entry = member.id ? entries.get(member.id) : undefined;
        if (!member.id || !entry) return [];
        const { connection, media } = entry.peer;
        return [{ ...member, id: member.id, connection, media }];
      });
    },
    allow(isVideoPaused: boolean) {
      const audience = Math.max(1, entries.size);
      if (audience === allowance.audience && isVideoPaused === allowance.isVideoPaused) return;
      allowance = { audience, isVideoPaused };
      for (const { peer } of entries.values()) peer.allow(allowance);
    },
    all: () => [...entries.values()].map(({ peer }) => peer),
    closeAll() {
      for (const id of [...entries.keys()]) close(id);
    },
  };
}

export type Peers = ReturnType<typeof createPeers>;
