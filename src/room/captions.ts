/** Of the Web Speech API, what captions need: recognition of a given track, on this device. */
interface Recognition extends EventTarget {
  continuous: boolean;
  interimResults: boolean;
  lang: string;
  processLocally: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  start(track: MediaStreamTrack): void;
  abort(): void;
}

interface RecognitionMaker {
  new (): Recognition;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
  install?(options: { langs: string[]; processLocally: boolean }): Promise<boolean>;
}

const maker = (): RecognitionMaker | undefined =>
  (globalThis as { SpeechRecognition?: RecognitionMaker }).SpeechRecognition;

/** Only where it happens on this device: an interview's words are not sent to anyone else. */
export const canCaption = (): boolean => typeof maker()?.available === "function";

const wish = { langs: ["en-US"], processLocally: true };

/** Calls back with what is being said, until the returned function is called. */
export function caption(track: MediaStreamTrack, onText: (text: string) => void): () => void {
  let isStopped = false;
  let recognition: Recognition | null = null;

  async function start() {
    const Maker = maker();
    if (!Maker || !(await isReady(Maker)) || isStopped) return onText("");
    recognition = new Maker();
    Object.assign(recognition, { continuous: true, interimResults: true, lang: "en-US" });
    recognition.processLocally = true;
    recognition.onresult = ({ results }) => onText(lastWords(results));
    recognition.onend = () => !isStopped && recognition?.start(track);
    recognition.start(track);
  }

  start().catch(() => onText(""));
  return () => {
    isStopped = true;
    recognition?.abort();
  };
}

async function isReady(Maker: RecognitionMaker): Promise<boolean> {
  const state = await Maker.available?.(wish);
  if (state === "available") return true;
  if (state === "unavailable") return false;
  return (await Maker.install?.(wish)) ?? false;
}

function lastWords(results: ArrayLike<ArrayLike<{ transcript: string }>>): string {
  return Array.from(results)
    .slice(-2)
    .map((result) => result[0]?.transcript ?? "")
    .join(" ");
}
