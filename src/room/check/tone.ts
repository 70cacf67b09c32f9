import { audioContext } from "../media/level";

const seconds = 1;

/** Two soft notes, through the chosen speaker. Resolves when they have been played. */
export async function playTone(speakerId?: string): Promise<void> {
  const context = audioContext();
  await context.resume();
  const output = context.createMediaStreamDestination();
  const gain = context.createGain();
  gain.connect(output);
  const now = context.currentTime;
  gain.gain.setValueAtTime(0, now);
  gain.gain.linearRampToValueAtTime(0.2, now + 0.05);
  gain.gain.linearRampToValueAtTime(0, now + seconds);
  const note = context.createOscillator();
  note.frequency.setValueAtTime(440, now);
  note.frequency.setValueAtTime(660, now + seconds / 2);
  note.connect(gain);
  const audio = new Audio();
  audio.srcObject = output.stream;
  if (speakerId) await audio.setSinkId?.(speakerId);
  await audio.play();
  note.start();
  note.stop(now + seconds);
  await new Promise((resolve) => {
    note.onended = resolve;
  });
  audio.srcObject = null;
}
