import { toDate } from "../../lib/dates/format-date";
import type { Polled, Refused, RoomApi, RoomResult } from "../room-api";
import { createIceConfig } from "./ice-servers";
import { createLoop } from "./loop";
import { createOutbox } from "./outbox";
import { type PeerConnection, preparePeerConnection } from "./peer-connection";
import { createPeers, type Known } from "./peers";
import { pollInterval } from "./poll-interval";
import { connectionOf, goodQuality, sampleOf, updateQuality, worst } from "./quality";
import { type EndReason, emptyRoom, isEnd, type RoomState } from "./room-state";
import type { LocalTracks } from "./sending";
import { createStore } from "./store";

/** What this member gives, and how to hear of its changes. */
export interface Source {
  /** Resolves once the devices have answered, whatever they said. */
  ready: Promise<unknown>;
  tracks(): LocalTracks;
  shared(): { audio: boolean; video: boolean; screen: boolean };
  subscribe(onChange: () => void): () => void;
}

export interface Room {
  get(): RoomState;
  subscribe(onChange: () => void): () => void;
  admit(memberId: string): Promise<RoomResult>;
  say(body: string): Promise<RoomResult>;
  /** Leaves the room, so that others see it at once. */
  stop(): void;
}

const lookEvery = 2_000;
const mostMessages = 500;
// Addresses found before the devices are granted are hidden ones, which not every network resolves.
const waitForDevices = 400;
const waitForOffers = 150;

const after = (ms: number) => new Promise<void>((next) => setTimeout(next, ms));

/** Enters an interview's room and stays in it, through lost networks, until stopped or sent out. */
export function openRoom(api: RoomApi, slotId: string, source: Source): Room {
  const session = crypto.randomUUID();
  const store = createStore<RoomState>(emptyRoom);
  const ice = createIceConfig(() => api.iceServers());
  const outbox = createOutbox((signals) => {
    signalledAt = Date.now();
    return api.send(slotId, session, signals);
  });
  const peers = createPeers({
    config: ice.current,
    tracks: source.tracks,
    canSignal: () => loop.isReached(),
    onChange() {
      show();
      // Someone who hung up may already be waiting again.
      if (store.get().connection === "lost") loop.wake();
    },
    post(signal) {
      signalledAt = Date.now();
      outbox.post(signal);
    },
    forget: outbox.forget,
    takePrepared() {
      const peerConnection = spare;
      spare = undefined;
      return peerConnection;
    },
  });
  let spare: PeerConnection | undefined = preparePeerConnection(ice.current());
  const loop = createLoop({
    pause,
    onChange(failed) {
      store.set({ isCutOff: failed > 1 });
      if (failed === 0) hurry();
    },
  });
  const invited = new Set<string>();
  let quality = goodQuality;
  let [quiet, ack, seen, signalledAt] = [2_500, 0, 0, 0];
  let companyAt = Date.now();
  let isNewcomer = true;
  const devices = Promise.race([source.ready, after(waitForDevices)]);
  const ready = Promise.all([devices, ice.refresh(Date.now())]);

  async function run() {
    await loop.once(enter);
    await loop.forever(poll);
  }

  async function enter() {
    const answer = await ask(() => api.enter(slotId, session));
    if (answer) quiet = answer.poll_ms;
  }

  async function poll() {
    const state = { ...source.shared(), connection: store.get().connection };
    await ask(() => api.poll(slotId, session, { ack, seen, state }));
  }

  async function ask<T extends Polled>(
    question: () => Promise<RoomResult<T>>,
  ): Promise<T | undefined> {
    const asked = Date.now();
    const answer = await question();
    const answeredAt = Date.now();
    if (!answer.ok) return void (await refused(answer));
    await ready;
    if (!loop.isStopped()) await take(answer, (asked + answeredAt) / 2);
    return answer;
  }

  async function refused(refusal: Refused): Promise<void> {
    const { reason, retry_after_ms } = refusal;
    // Left as the page was closed, and it was opened again as it was.
    if (reason === "left") await enter();
    else if (reason === "too_much") await after(retry_after_ms ?? 1_000);
    else if (isEnd(reason)) end(reason, refusal.meeting_url);
  }

  async function take(answer: Polled, askedAt: number) {
    const { you, interview, members, signals, next } = answer;
    const now = toDate(answer.now).getTime();
    if (signals.length > 0) signalledAt = Date.now();
    ack = Math.max(ack, ...signals.map(({ id }) => id));
    const messages = answer.messages.filter(({ id }) => id > seen);
    seen = Math.max(seen, ...messages.map(({ id }) => id));
    if (you.admitted) {
      const offers = peers.update(you.member_id, members, signals, invites);
      isNewcomer = false;
      // Drawing a room takes longer than making an offer.
      await Promise.race([offers, after(waitForOffers)]);
      if (loop.isStopped()) return;
    } else peers.closeAll();
    ice.refresh(now);
    store.set({
      phase: you.admitted ? "in" : "waiting",
      you,
      interview,
      next,
      members: members.filter(({ id }) => id !== you.member_id),
      messages: [...store.get().messages, ...messages].slice(-mostMessages),
      clockOffset: now - askedAt,
    });
    show();
  }

  /** Who comes in offers to those who are there; who is let in is offered to by whoever did it. */
  const invites = ({ id }: Known) => isNewcomer || invited.delete(id);

  function show() {
    const { members, phase } = store.get();
    if (phase === "ended") return;
    const states = peers.all().map(({ connection }) => connection);
    store.set({
      people: peers.people(members),
      connection: connectionOf(states, quality),
      isVideoPaused: quality.isVideoPaused,
    });
  }

  function pause(failures: number): number {
    const all = peers.all();
    const isWaiting = store.get().phase === "waiting";
    if (all.length > 0) companyAt = Date.now();
    return pollInterval({
      failures,
      quiet,
      sinceSignal: Date.now() - signalledAt,
      isExpecting: all.some(({ isExpecting }) => isExpecting),
      isConnecting: all.some(({ connection }) => connection !== "connected"),
      aloneFor: all.length === 0 && !isWaiting ? Date.now() - companyAt : null,
      isWaiting,
      isIncomplete: isIncomplete(store.get()),
      isHidden: document.visibilityState === "hidden",
    });
  }

  async function look() {
    const connected = peers.all().filter(({ connection }) => connection === "connected");
    if (connected.length === 0) return;
    const reports = await Promise.all(connected.map((peer) => peer.stats())).catch(() => null);
    // One of them was closed meanwhile.
    if (!reports) return;
    quality = updateQuality(quality, worst(reports.map(sampleOf)));
    peers.allow(quality.isVideoPaused);
    show();
  }

  function hurry() {
    for (const peer of peers.all()) peer.hurry();
    loop.wake();
  }

  function end(reason: EndReason, meetingUrl: string | null = null) {
    store.set({ ...emptyRoom, phase: "ended", ended: reason, meetingUrl });
    stop();
  }

  function stop() {
    if (loop.isStopped()) return;
    loop.stop();
    clearInterval(looking);
    forgetSource();
    removeEventListener("online", hurry);
    removeEventListener("pagehide", goodbye);
    document.removeEventListener("visibilitychange", loop.wake);
    peers.closeAll();
    spare?.close();
    outbox.stop();
    if (store.get().phase !== "ended") goodbye();
  }

  const goodbye = () => void api.leave(slotId, session).catch(() => {});
  const forgetSource = source.subscribe(() => {
    for (const peer of peers.all()) peer.attach();
    loop.wake();
  });
  const looking = setInterval(look, lookEvery);
  addEventListener("online", hurry);
  addEventListener("pagehide", goodbye);
  document.addEventListener("visibilitychange", loop.wake);
  run();

  return {
    get: store.get,
    subscribe: store.subscribe,
    async admit(memberId) {
      const answer = await api.admit(slotId, memberId);
      if (answer.ok) invited.add(memberId);
      loop.wake();
      return answer;
    },
    async say(body) {
      const answer = await api.say(slotId, session, body);
      loop.wake();
      return answer;
    },
    stop,
  };
}

/** Whether some of those whose interview it is are still to come. */
function isIncomplete({ interview, members }: RoomState): boolean {
  const others = members.filter(({ role, present }) => role !== "staff" && present);
  return interview !== null && others.length < interview.interviewers.length;
}
