import type { IceServers } from "../room-api";

/** By which way video gets out, or why it does not. */
export type Connectivity = "relay" | "direct" | "unknown" | "refused" | "unreachable" | "blocked";

const longest = 8_000;

/** Whether video gets out of this network: through the relay where one is set up, else directly. */
export async function testConnectivity(ask: () => Promise<IceServers>): Promise<Connectivity> {
  if (typeof RTCPeerConnection === "undefined") return "blocked";
  const servers = await ask().catch(() => null);
  if (!servers) return "unknown";
  const relays = servers.iceServers.filter(({ urls }) =>
    [urls].flat().some((url) => url.startsWith("turn")),
  );
  return relays.length > 0 ? testRelay(relays) : (await testDirect()) ? "direct" : "blocked";
}

const within = <T>(promise: Promise<T>, late: T): Promise<T> =>
  Promise.race([promise, new Promise<T>((next) => setTimeout(() => next(late), longest))]);

async function testRelay(iceServers: RTCIceServer[]): Promise<Connectivity> {
  const pc = new RTCPeerConnection({ iceServers, iceTransportPolicy: "relay" });
  let isRefused = false;
  const found = new Promise<Connectivity>((resolve) => {
    pc.onicecandidateerror = ({ errorCode }) => {
      if (errorCode === 401 || errorCode === 403) isRefused = true;
    };
    pc.onicecandidate = ({ candidate }) => {
      if (candidate?.type === "relay") resolve("relay");
      if (!candidate) resolve(isRefused ? "refused" : "unreachable");
    };
  });
  pc.createDataChannel("check");
  await pc.setLocalDescription();
  const connectivity = await within<Connectivity>(found, "unreachable");
  pc.close();
  return connectivity;
}

async function testDirect(): Promise<boolean> {
  const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()];
  here.onicecandidate = ({ candidate }) => candidate && there.addIceCandidate(candidate);
  there.onicecandidate = ({ candidate }) => candidate && here.addIceCandidate(candidate);
  const opened = new Promise<boolean>((resolve) => {
    here.createDataChannel("check").onopen = () => resolve(true);
  });
  await here.setLocalDescription();
  await there.setRemoteDescription(here.localDescription ?? { type: "offer" });
  await there.setLocalDescription();
  await here.setRemoteDescription(there.localDescription ?? { type: "answer" });
  const isOpen = await within(opened, false);
  here.close();
  there.close();
  return isOpen;
}
