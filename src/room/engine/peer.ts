import { patience, shouldStartOver, stepFor } from "./negotiation";
import {
  addSections,
  createPeerConnection,
  type Media,
  openSections,
  type PeerConnection,
} from "./peer-connection";
import { type Allowance, type LocalTracks, limit } from "./sending";
import { readSignal, type Signal } from "./signal";

export interface PeerOptions {
  isPolite: boolean;
  config: () => RTCConfiguration;
  tracks: () => LocalTracks;
  /** Without the server there is nobody to agree with on anything new. */
  canSignal: () => boolean;
  send(body: object): void;
  /** What was sent before and has not arrived is void. */
  forget(): void;
  onChange(): void;
  /** One made in advance, for someone to whom an offer goes out. */
  peerConnection?: PeerConnection | undefined;
}

/** One other member: whatever happens to the connection, it is restored until it is closed. */
export class Peer {
  readonly #options: PeerOptions;
  #peerConnection: PeerConnection;
  #remote: string | null = null;
  #hasBeenUp = false;
  #attempts = 0;
  #hasHungUp = false;
  #isClosed = false;
  #isAwaited = false;
  #allowance: Allowance = { audience: 1, isVideoPaused: false };
  #queue: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.#peerConnection = this.#listenTo(
      options.peerConnection ?? createPeerConnection(options.config()),
    );
    this.#watch();
  }

  get connection(): RTCPeerConnectionState {
    return this.#hasHungUp ? "disconnected" : this.#peerConnection.pc.connectionState;
  }

  /** An answer of theirs is due. */
  get isExpecting(): boolean {
    return this.#isAwaited;
  }

  get hasHeardFromThem(): boolean {
    return this.#remote !== null;
  }

  get media(): Media | null {
    return this.#peerConnection.media();
  }

  stats(): Promise<RTCStatsReport> {
    return this.#peerConnection.pc.getStats();
  }

  /** Resolves once it is on its way. */
  offer(options?: RTCOfferOptions): Promise<void> {
    return this.#enqueue(() => this.#offer(options));
  }

  receive(body: unknown): void {
    const signal = readSignal(body);
    if (signal) this.#enqueue(() => this.#handle(signal));
  }

  /** The network is back, or another one is there: no reason to wait. */
  hurry(): void {
    const isBroken = this.#hasBeenUp && this.connection !== "connected";
    if (isBroken && !this.#isAwaited) this.#enqueue(() => this.#retry());
  }

  attach(): void {
    this.#enqueue(() => this.#attach());
  }

  allow(allowance: Allowance): void {
    this.#allowance = allowance;
    this.#enqueue(() => limit(this.#peerConnection.senders(), allowance));
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#peerConnection.close();
  }

  /** One step at a time: then an offer that collides is one that was made, never one in the making. */
  #enqueue(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      // What a step cannot do, because the other side sent nonsense or left, the watch makes good.
      if (!this.#isClosed) await step().catch(() => {});
    });
    return this.#queue;
  }

  #newPeerConnection(): PeerConnection {
    return this.#listenTo(createPeerConnection(this.#options.config()));
  }

  #listenTo(peerConnection: PeerConnection): PeerConnection {
    peerConnection.listen({
      onCandidate: (c) => this.#say({ c }),
      onConnection: () => this.#onConnection(),
      onHangup: () => {
        this.#hasHungUp = true;
        this.#onConnection();
      },
    });
    return peerConnection;
  }

  #say(content: object): void {
    this.#options.send({ ...content, from: this.#peerConnection.id, to: this.#remote });
  }

  #onConnection(): void {
    if (this.connection === "connected") {
      this.#hasBeenUp = true;
      this.#attempts = 0;
    }
    this.#watch();
    this.#options.onChange();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed || this.connection === "connected") return;
    const delay = patience({
      hasBeenUp: this.#hasBeenUp,
      isExpecting: this.#isAwaited,
      attempts: this.#attempts,
      isPolite: this.#options.isPolite,
    });
    this.#timer = setTimeout(() => this.#enqueue(() => this.#retry()), delay);
  }

  async #retry(): Promise<void> {
    if (this.connection === "connected") return;
    if (!this.#options.canSignal()) return this.#watch();
    this.#attempts += 1;
    const isStuck = this.#peerConnection.pc.signalingState !== "stable";
    if (isStuck || shouldStartOver(this.#hasBeenUp, this.#attempts))
      this.#replace(this.#newPeerConnection());
    await this.#offer({ iceRestart: true }).finally(() => this.#watch());
  }

  #replace(peerConnection: PeerConnection): void {
    this.#peerConnection.close();
    this.#options.forget();
    this.#peerConnection = peerConnection;
    this.#remote = null;
    this.#hasHungUp = false;
    this.#isAwaited = false;
  }

  async #offer(options?: RTCOfferOptions): Promise<void> {
    const { pc } = this.#peerConnection;
    if (pc.signalingState !== "stable") return;
    if (pc.getTransceivers().length === 0) addSections(pc);
    // What the relay lends may have come since.
    pc.setConfiguration(this.#options.config());
    await this.#peerConnection.offer(options);
    this.#isAwaited = true;
    await this.#attach();
    await this.#describe();
  }

  async #handle(signal: Signal): Promise<void> {
    const step = stepFor(signal, {
      isPolite: this.#options.isPolite,
      local: this.#peerConnection.id,
      remote: this.#remote,
      hasOffered: this.#peerConnection.pc.signalingState === "have-local-offer",
    });
    if (step === "ignore") return;
    if ("c" in signal) return this.#peerConnection.pc.addIceCandidate(signal.c);
    const peerConnection = step === "renew" ? this.#newPeerConnection() : this.#peerConnection;
    const isTaken = await take(peerConnection, signal.d);
    if (!isTaken && peerConnection !== this.#peerConnection) peerConnection.close();
    if (!isTaken) return;
    if (peerConnection !== this.#peerConnection) this.#replace(peerConnection);
    this.#remote = signal.from;
    this.#isAwaited = false;
    if (signal.d.type === "offer") await this.#answer();
    await limit(peerConnection.senders(), this.#allowance);
    this.#options.onChange();
  }

  async #answer(): Promise<void> {
    await this.#attach();
    await this.#peerConnection.pc.setLocalDescription();
    await this.#describe();
  }

  #attach(): Promise<void> {
    return this.#peerConnection.attach(this.#options.tracks());
  }

  async #describe(): Promise<void> {
    const d = await this.#peerConnection.describe();
    if (d && !this.#isClosed) this.#say({ d: { type: d.type, sdp: d.sdp } });
  }
}

/** False, and nothing has changed, for what cannot be a description of another member's. */
async function take(
  { pc }: PeerConnection,
  description: RTCSessionDescriptionInit,
): Promise<boolean> {
  try {
    await pc.setRemoteDescription(description);
  } catch {
    return false;
  }
  if (description.type === "answer" || openSections(pc)) return true;
  await pc.setRemoteDescription({ type: "rollback" });
  return false;
}
