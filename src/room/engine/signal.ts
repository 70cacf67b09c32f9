/** What two browsers say to each other, each naming its own connection and the one it answers to. */
export type Signal = { from: string; to: string | null } & (
  | { d: { type: "offer" | "answer"; sdp: string } }
  | { c: RTCIceCandidateInit }
);

const longestSdp = 15_000;
const longestCandidate = 1_000;

/** null for what no browser of ours would have sent. */
export function readSignal(body: unknown): Signal | null {
  if (!isRecord(body) || !isShort(body.from, 40)) return null;
  const { from } = body;
  const to = isShort(body.to, 40) ? body.to : null;
  if (isRecord(body.d)) {
    const { type, sdp } = body.d;
    if ((type !== "offer" && type !== "answer") || !isShort(sdp, longestSdp)) return null;
    return { from, to, d: { type, sdp } };
  }
  if (!isRecord(body.c) || !isShort(body.c.candidate, longestCandidate)) return null;
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = body.c;
  return {
    from,
    to,
    c: {
      candidate,
      sdpMid: isShort(sdpMid, 20) ? sdpMid : null,
      sdpMLineIndex: typeof sdpMLineIndex === "number" ? sdpMLineIndex : null,
      usernameFragment: isShort(usernameFragment, 256) ? usernameFragment : null,
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isShort = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= longest;
