import type { Connection } from "../room-api";

/** What the sending side measured since the last look; null where the browser does not say. */
export interface Sample {
  /** What the connection could carry, in bits a second. */
  bitrate: number | null;
  /** The share of packets that did not arrive, 0 to 1. */
  loss: number | null;
}

/** How the connection has been, and whether the camera is let through. Looked at every two seconds. */
export interface Quality {
  isVideoPaused: boolean;
  bad: number;
  good: number;
  /** Good looks in a row before the camera is tried again; more after each time it failed. */
  patience: number;
}

export const goodQuality: Quality = { isVideoPaused: false, bad: 0, good: 0, patience: 5 };

const scarce = 100_000;
const lossy = 0.1;
const badSamples = 3;
const maxPatience = 40;

export function updateQuality(quality: Quality, { bitrate, loss }: Sample): Quality {
  const isLossy = loss !== null && loss > lossy;
  // Without the camera little is sent, and the estimate says no more than that.
  const isScarce = !quality.isVideoPaused && bitrate !== null && bitrate < scarce;
  const isBad = isLossy || isScarce;
  const next = {
    ...quality,
    bad: isBad ? quality.bad + 1 : 0,
    good: isBad ? 0 : quality.good + 1,
  };
  if (!quality.isVideoPaused && next.bad >= badSamples) return { ...next, isVideoPaused: true };
  if (quality.isVideoPaused && next.good >= quality.patience) {
    return { ...goodQuality, patience: Math.min(quality.patience * 2, maxPatience) };
  }
  return next;
}

/** The worst of several connections decides. */
export function worst(samples: Sample[]): Sample {
  const bitrates = samples.flatMap(({ bitrate }) => bitrate ?? []);
  const losses = samples.flatMap(({ loss }) => loss ?? []);
  return {
    bitrate: bitrates.length > 0 ? Math.min(...bitrates) : null,
    loss: losses.length > 0 ? Math.max(...losses) : null,
  };
}

export function connectionOf(
  states: readonly RTCPeerConnectionState[],
  quality: Quality,
): Connection {
  if (states.some((state) => state === "failed" || state === "disconnected")) return "lost";
  if (quality.isVideoPaused || quality.bad > 0) return "poor";
  if (states.length === 0 || states.some((state) => state !== "connected")) return "new";
  return "good";
}

export function sampleOf(report: RTCStatsReport): Sample {
  const sample: Sample = { bitrate: null, loss: null };
  for (const stats of report.values()) {
    if (stats.type === "candidate-pair" && stats.nominated && stats.availableOutgoingBitrate) {
      sample.bitrate = stats.availableOutgoingBitrate;
    }
    if (stats.type === "remote-inbound-rtp" && typeof stats.fractionLost === "number") {
      sample.loss = Math.max(sample.loss ?? 0, stats.fractionLost);
    }
  }
  return sample;
}
