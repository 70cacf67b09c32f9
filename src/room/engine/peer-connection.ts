import { type LocalTracks, preferFewCodecs, sections } from "./sending";

/** One RTCPeerConnection with its three media sections. Its id tells late signals from current ones. */
export interface PeerConnection {
  id: string;
  pc: RTCPeerConnection;
  listen(events: PeerConnectionEvents): void;
  /** Makes the next offer in advance. */
  prepare(): void;
  offer(options?: RTCOfferOptions): Promise<void>;
  senders(): RTCRtpSender[];
  attach(tracks: LocalTracks): Promise<void>;
  media(): Media | null;
  /** The local description with the addresses found so far; those found later are trickled. */
  describe(): Promise<RTCSessionDescriptionInit | null>;
  close(): void;
}

/** What the other side gives: voice and camera in one, its screen in the other. */
export interface Media {
  camera: MediaStream;
  screen: MediaStream;
}

interface PeerConnectionEvents {
  onCandidate(candidate: RTCIceCandidateInit): void;
  onConnection(): void;
  /** The other side closed its end; a network that is gone does not say so. */
  onHangup(): void;
}

// An offer without any address would cost the other side a round of polling.
const waitForCandidate = 60;

export function createPeerConnection(config: RTCConfiguration): PeerConnection {
  const id = crypto.randomUUID();
  const pc = new RTCPeerConnection(config);
  let events: PeerConnectionEvents | null = null;
  let prepared: Promise<RTCLocalSessionDescriptionInit> | null = null;
  let trickles = false;
  let find = () => {};
  const found = new Promise<void>((resolve) => {
    find = resolve;
  });
  pc.onicecandidate = ({ candidate }) => {
    if (!candidate?.candidate) return;
    find();
    if (trickles) events?.onCandidate(candidate.toJSON());
  };
  pc.onconnectionstatechange = () => events?.onConnection();
  const line = pc.createDataChannel("line", { negotiated: true, id: 0 });
  line.onclose = () => events?.onHangup();

  const transceivers = () => pc.getTransceivers().slice(0, sections.length);
  let media: Media | null = null;
  function receive(): Media | null {
    const [audio, video, screen] = transceivers().map(({ receiver }) => receiver.track);
    if (!audio || !video || !screen) return null;
    return { camera: new MediaStream([audio, video]), screen: new MediaStream([screen]) };
  }

  return {
    id,
    pc,
    listen(to) {
      events = to;
    },
    prepare() {
      prepared = pc.createOffer();
      prepared.catch(() => {});
    },
    async offer(options) {
      const offer = prepared ?? pc.createOffer(options);
      prepared = null;
      await pc.setLocalDescription(await offer);
    },
    senders: () => transceivers().map(({ sender }) => sender),
    async attach(tracks) {
      for (const [n, transceiver] of transceivers().entries()) {
        const name = sections[n]?.name;
        const track = name ? tracks[name] : null;
        if (transceiver.sender.track !== track) await transceiver.sender.replaceTrack(track);
      }
    },
    media() {
      media ??= receive();
      return media;
    },
    async describe() {
      if (pc.localDescription?.type === "offer")
        await Promise.race([found, pause(waitForCandidate)]);
      trickles = true;
      return pc.localDescription;
    },
    close() {
      pc.onicecandidate = null;
      pc.onconnectionstatechange = null;
      line.onclose = null;
      pc.close();
    },
  };
}

/** A link whose first offer is made while there is still something else to wait for. */
export function preparePeerConnection(config: RTCConfiguration): PeerConnection {
  const peerConnection = createPeerConnection(config);
  addSections(peerConnection.pc);
  peerConnection.prepare();
  return peerConnection;
}

/** The side that offers brings the sections; the other finds them in the offer. */
export function addSections(pc: RTCPeerConnection): void {
  for (const { kind } of sections) {
    const transceiver = pc.addTransceiver(kind, { direction: "sendrecv" });
    if (kind === "video") preferFewCodecs(transceiver);
  }
}

/** Whether these are the sections that a member of a room offers. */
export function openSections(pc: RTCPeerConnection): boolean {
  const offered = pc.getTransceivers();
  const isOurs =
    offered.length === sections.length &&
    offered.every(({ receiver }, n) => receiver.track.kind === sections[n]?.kind);
  if (isOurs) for (const transceiver of offered) transceiver.direction = "sendrecv";
  return isOurs;
}

const pause = (ms: number) => new Promise<void>((next) => setTimeout(next, ms));
