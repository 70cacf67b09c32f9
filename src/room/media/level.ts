export interface Meter {
  /** 0 to 1, as it is heard at this moment. */
  level(): number;
  close(): void;
}

let shared: AudioContext | null = null;

/** For all sound that is measured or made. Until the person touches the page it is asleep. */
export function audioContext(): AudioContext {
  if (shared) return shared;
  const context = new AudioContext();
  const resume = () => void context.resume();
  for (const event of ["pointerdown", "keydown"]) addEventListener(event, resume);
  shared = context;
  return context;
}

/** How loud someone speaks. */
export function meterOf(track: MediaStreamTrack): Meter {
  const context = audioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return loudness(Math.sqrt(square));
    },
    close: () => source.disconnect(),
  };
}

/** From an amplitude to a share of the meter: -60 dB is silence. */
function loudness(amplitude: number): number {
  if (amplitude <= 0.001) return 0;
  return Math.min(1, (20 * Math.log10(amplitude) + 60) / 60);
}
