// These run in the browser: each is sent there as its own text.

/** Two peers that may only meet at the relay: how they connected, and how many frames came through. */
export async function connectThroughRelay(iceServers: RTCIceServer[]) {
  const config: RTCConfiguration = { iceServers, iceTransportPolicy: "relay" };
  const [sender, receiver] = [new RTCPeerConnection(config), new RTCPeerConnection(config)];
  sender.onicecandidate = ({ candidate }) => void receiver.addIceCandidate(candidate ?? undefined);
  receiver.onicecandidate = ({ candidate }) => void sender.addIceCandidate(candidate ?? undefined);

  const canvas = document.createElement("canvas");
  const picture = canvas.getContext("2d");
  let shade = 0;
  const painting = setInterval(() => {
    shade = (shade + 40) % 256;
    if (picture) picture.fillStyle = `rgb(${shade}, 0, 0)`;
    picture?.fillRect(0, 0, canvas.width, canvas.height);
  }, 40);
  for (const track of canvas.captureStream(25).getTracks()) sender.addTrack(track);

  await sender.setLocalDescription();
  await receiver.setRemoteDescription(sender.localDescription as RTCSessionDescription);
  await receiver.setLocalDescription();
  await sender.setRemoteDescription(receiver.localDescription as RTCSessionDescription);

  const wait = () => new Promise((next) => setTimeout(next, 50));
  const framesOf = async () => {
    for (const report of (await receiver.getStats()).values()) {
      if (report.type === "inbound-rtp") return Number(report.framesDecoded ?? 0);
    }
    return 0;
  };
  const until = performance.now() + 20_000;
  while ((await framesOf()) <= 5 && performance.now() < until) await wait();

  const stats = await sender.getStats();
  const reports = [...stats.values()];
  const pair = reports.find((report) => report.type === "candidate-pair" && report.nominated);
  const typeOf = (id: string | undefined) =>
    reports.find((report) => report.id === id)?.candidateType;
  const call = {
    state: sender.connectionState,
    types: [typeOf(pair?.localCandidateId), typeOf(pair?.remoteCandidateId)],
    frames: await framesOf(),
  };
  clearInterval(painting);
  sender.close();
  receiver.close();
  return call;
}

/** What a browser that may only use the relay gets from it. */
export async function relayCandidates(iceServers: RTCIceServer[]) {
  const peer = new RTCPeerConnection({ iceServers, iceTransportPolicy: "relay" });
  const errors: number[] = [];
  let count = 0;
  peer.onicecandidateerror = ({ errorCode }) => errors.push(errorCode);
  peer.onicecandidate = ({ candidate }) => {
    if (candidate?.candidate.includes(" typ relay")) count += 1;
  };
  peer.createDataChannel("any");
  await peer.setLocalDescription();
  while (peer.iceGatheringState !== "complete") {
    await new Promise((next) => setTimeout(next, 20));
  }
  peer.close();
  return { count, errors };
}
