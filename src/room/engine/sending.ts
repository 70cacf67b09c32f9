/** What this member gives to the others; null where there is nothing to give. */
export interface LocalTracks {
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
  screen: MediaStreamTrack | null;
}

/** The media sections of every connection, always these and in this order. */
export const sections = [
  { name: "audio", kind: "audio" },
  { name: "video", kind: "video" },
  { name: "screen", kind: "video" },
] as const;

export interface Allowance {
  /** How many others the camera is encoded for. */
  audience: number;
  /** The camera waits until the connection is good enough for it. */
  isVideoPaused: boolean;
}

const cameraBitrate = [1_200_000, 1_200_000, 700_000, 450_000, 350_000];
const cameraScale = [1, 1, 1.5, 2, 2];

/** Voice before picture: what each sender may take of the connection. */
export async function limit(
  senders: readonly RTCRtpSender[],
  { audience, isVideoPaused }: Allowance,
): Promise<void> {
  const size = Math.min(audience, cameraBitrate.length - 1);
  const [audio, video, screen] = senders;
  await adjust(audio, { priority: "high", networkPriority: "high", maxBitrate: 40_000 });
  await adjust(
    video,
    {
      priority: "low",
      active: !isVideoPaused,
      maxBitrate: cameraBitrate[size],
      scaleResolutionDownBy: cameraScale[size],
    },
    "balanced",
  );
  await adjust(screen, { priority: "low", maxBitrate: 1_500_000 }, "maintain-resolution");
}

async function adjust(
  sender: RTCRtpSender | undefined,
  encoding: Partial<RTCRtpEncodingParameters>,
  degradationPreference?: RTCDegradationPreference,
): Promise<void> {
  if (!sender) return;
  const parameters = sender.getParameters();
  const [first] = parameters.encodings ?? [];
  // Before the first offer is answered some browsers have none.
  if (!first) return;
  Object.assign(first, encoding);
  if (degradationPreference) Object.assign(parameters, { degradationPreference });
  await sender.setParameters(parameters).catch(() => {});
}

const videoCodecs = /^video\/(vp8|h264|rtx)$/i;

/** An offer with every codec there is would not fit into one signal. */
export function preferFewCodecs(transceiver: RTCRtpTransceiver): void {
  const known = RTCRtpReceiver.getCapabilities?.("video")?.codecs ?? [];
  const few = known.filter(({ mimeType }) => videoCodecs.test(mimeType));
  if (few.length > 0) transceiver.setCodecPreferences?.(few);
}
