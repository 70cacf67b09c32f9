import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { once } from "node:events";
import type { BrowserContext } from "@playwright/test";

/**
 * The network between browsers on one machine: every address that they give each other is replaced
 * by one of a forwarder here, which can stop forwarding. The page itself is
 * not changed.
 */
export class NetworkProxy {
  forwarded = 0;
  #isCut = false;
  readonly #forwarders = new Map<string, Promise<Socket>>();
  readonly #sockets: Socket[] = [];

  /** Puts itself between this browser and all it signals to. */
  async join(context: BrowserContext): Promise<void> {
    await context.grantPermissions(["camera", "microphone"]);
    await context.route("**/rpc/send_video_room_signals", async (route) => {
      const request = route.request().postDataJSON();
      for (const { body } of request.p_signals) {
        if (body.d) body.d.sdp = await this.#rewriteDescription(body.d.sdp);
        if (body.c) body.c.candidate = (await this.#rewrite(body.c.candidate)) ?? unreachable;
      }
      await route.continue({ postData: JSON.stringify(request) });
    });
  }

  cut(): void {
    this.#isCut = true;
  }

  restore(): void {
    this.#isCut = false;
  }

  close(): void {
    for (const socket of this.#sockets) socket.close();
  }

  async #rewriteDescription(sdp: string): Promise<string> {
    const lines: string[] = [];
    for (const line of sdp.split("\r\n")) {
      if (!line.startsWith("a=candidate:")) lines.push(line);
      else {
        const candidate = await this.#rewrite(line.slice(2));
        if (candidate) lines.push(`a=${candidate}`);
      }
    }
    return lines.join("\r\n");
  }

  /** candidate:foundation component protocol priority address port …; null for what is not forwarded. */
  async #rewrite(candidate: string): Promise<string | null> {
    const parts = candidate.split(" ");
    const [, , protocol = "", , address = "", port = ""] = parts;
    if (protocol.toLowerCase() !== "udp" || !/^[\d.]+$/.test(address)) return null;
    const forwarder = await this.#forwarderTo(address, Number(port));
    return parts.with(5, String(forwarder.address().port)).join(" ");
  }

  #forwarderTo(address: string, port: number): Promise<Socket> {
    const key = `${address}:${port}`;
    const known = this.#forwarders.get(key);
    if (known) return known;
    const forwarder = this.#openForwarder(address, port);
    this.#forwarders.set(key, forwarder);
    return forwarder;
  }

  /** What anyone sends to it comes out at the target, from an address of that sender's own. */
  async #openForwarder(address: string, port: number): Promise<Socket> {
    const forwarder = await this.#socketOn(address);
    const returnPaths = new Map<string, Promise<Socket>>();
    const returnPathFor = async (sender: RemoteInfo) => {
      const returnPath = await this.#socketOn(address);
      returnPath.on("message", (packet) =>
        this.#pass(forwarder, packet, sender.port, sender.address),
      );
      return returnPath;
    };
    forwarder.on("message", async (packet, sender) => {
      const key = `${sender.address}:${sender.port}`;
      const returnPath = returnPaths.get(key) ?? returnPathFor(sender);
      returnPaths.set(key, returnPath);
      this.#pass(await returnPath, packet, port, address);
    });
    return forwarder;
  }

  #pass(socket: Socket, packet: Buffer, port: number, address: string): void {
    if (this.#isCut) return;
    this.forwarded += 1;
    socket.send(packet, port, address);
  }

  async #socketOn(address: string): Promise<Socket> {
    const socket = createSocket("udp4");
    this.#sockets.push(socket);
    socket.bind(0, address);
    await once(socket, "listening");
    return socket;
  }
}

const unreachable = "candidate:1 1 udp 1 192.0.2.1 9 typ host";
