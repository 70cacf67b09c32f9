import { Peer } from "../../src/room/engine/peer";
import { openRoom, type Room, type Source } from "../../src/room/engine/room";
import { createMemoryRoom } from "./memory-rooms";

const slotId = "slot";
const silent: Source = {
  ready: Promise.resolve(),
  tracks: () => ({ audio: null, video: null, screen: null }),
  shared: () => ({ audio: false, video: false, screen: false }),
  subscribe: () => () => {},
};

function sourceOf(stream: MediaStream): Source {
  const audio = stream.getAudioTracks()[0] ?? null;
  const video = stream.getVideoTracks()[0] ?? null;
  return { ...silent, tracks: () => ({ audio, video, screen: null }) };
}

const isConnected = (room: Room) =>
  room.get().people.length === 1 && room.get().people[0]?.connection === "connected";

function connected(rooms: Room[], timeout = 30_000): Promise<boolean> {
  return new Promise((resolve) => {
    const started = performance.now();
    const look = () => {
      const isDone = rooms.every(isConnected);
      if (isDone || performance.now() - started > timeout) resolve(isDone);
      else setTimeout(look, 10);
    };
    look();
  });
}

/** Two enter at the same moment, each a newcomer to the other: both offer. */
async function collide(count: number) {
  let [up, slowest, offers] = [0, 0, 0];
  for (let n = 0; n < count; n += 1) {
    const room = createMemoryRoom();
    const ids = [crypto.randomUUID(), crypto.randomUUID()];
    const apis = ids.map((id) => room.apiOf(id));
    // Both are there before either looks.
    let entered = 0;
    let bothAreIn = () => {};
    const meeting = new Promise<void>((resolve) => {
      bothAreIn = resolve;
    });
    const rooms = apis.map((api) =>
      openRoom(
        {
          ...api,
          async enter(slot, session) {
            const answer = await api.enter(slot, session);
            entered += 1;
            if (entered === 2) bothAreIn();
            await meeting;
            return answer;
          },
          send(slot, session, signals) {
            offers += signals.filter(({ body }) => JSON.stringify(body).includes('"offer"')).length;
            return api.send(slot, session, signals);
          },
        },
        slotId,
        silent,
      ),
    );
    const started = performance.now();
    if (await connected(rooms)) up += 1;
    slowest = Math.max(slowest, performance.now() - started);
    for (const each of rooms) each.stop();
  }
  return { connected: up, slowest: Math.round(slowest), offers };
}

/** A pair of engines' peers without a room between: what one says, the other hears. */
function createPair(stream: MediaStream) {
  const tracks = () => sourceOf(stream).tracks();
  const peers: Peer[] = [];
  for (const n of [0, 1]) {
    peers.push(
      new Peer({
        isPolite: n === 0,
        config: () => ({}),
        tracks,
        canSignal: () => true,
        send: (body) => setTimeout(() => peers[1 - n]?.receive(structuredClone(body)), 5),
        forget: () => {},
        onChange: () => {},
      }),
    );
  }
  const [polite, rude] = peers;
  if (!polite || !rude) throw new Error("A pair is two");
  return { polite, rude };
}

const settled = (...peers: Peer[]) =>
  until(() =>
    peers.every(({ connection, isExpecting }) => connection === "connected" && !isExpecting),
  );

async function until(isTrue: () => boolean, timeout = 15_000): Promise<boolean> {
  const started = performance.now();
  while (!isTrue() && performance.now() - started < timeout) {
    await new Promise((next) => setTimeout(next, 10));
  }
  return isTrue();
}

/** Both restart ICE at the same moment, again and again, in a call that goes on. */
async function renegotiate(count: number) {
  const { polite, rude } = createPair(await devices());
  polite.offer();
  await settled(polite, rude);
  const frames = await counting(rude);
  let [up, moving] = [0, 0];
  for (let n = 0; n < count; n += 1) {
    polite.offer({ iceRestart: true });
    rude.offer({ iceRestart: true });
    await new Promise((next) => setTimeout(next, 20));
    if (await settled(polite, rude)) up += 1;
    const before = frames();
    if (await until(() => frames() > before)) moving += 1;
  }
  polite.close();
  rude.close();
  return { connected: up, moving };
}

/** Everything that no browser of ours would send, into a call that goes on. */
async function nonsense(count: number) {
  const { polite, rude } = createPair(await devices());
  polite.offer();
  await settled(polite, rude);
  const frames = await counting(rude);
  let lost = 0;
  for (let n = 0; n < count; n += 1) {
    for (const body of hostile()) {
      polite.receive(body);
      rude.receive(body);
    }
    await new Promise((next) => setTimeout(next, 5));
    if (polite.connection !== "connected" || rude.connection !== "connected") lost += 1;
  }
  const before = frames();
  await new Promise((next) => setTimeout(next, 1_000));
  const shown = frames() - before;
  polite.close();
  rude.close();
  return { lost, frames: shown };
}

function hostile(): unknown[] {
  const from = crypto.randomUUID();
  return [
    null,
    42,
    "offer",
    [],
    {},
    { from, d: null },
    { from, d: { type: "offer", sdp: "v=0" } },
    { from, d: { type: "offer", sdp: "x".repeat(200_000) } },
    { from, d: { type: "answer", sdp: "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n" } },
    { from, d: { type: "offer", sdp: "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n" } },
    { from, d: { type: "rollback", sdp: "" } },
    { from, c: { candidate: "candidate:nonsense", sdpMid: "99" } },
    { from, c: { candidate: "c".repeat(100_000) } },
    { from: { toString: 1 }, c: {} },
  ];
}

const devices = () => navigator.mediaDevices.getUserMedia({ audio: true, video: true });

/** The frames of the other's camera that were shown so far. */
async function counting(peer: Peer): Promise<() => number> {
  const video = document.createElement("video");
  video.muted = true;
  video.srcObject = peer.media?.camera ?? null;
  document.body.append(video);
  let count = 0;
  const next = () => {
    count += 1;
    video.requestVideoFrameCallback(next);
  };
  video.requestVideoFrameCallback(next);
  await video.play();
  await until(() => count > 0);
  return () => count;
}

// For the driver to call.
Object.assign(window, { roomBench: { collide, renegotiate, nonsense } });
