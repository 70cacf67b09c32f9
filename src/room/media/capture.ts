import { type MediaProblem, problemOf } from "./media-problem";

type Captured = { track: MediaStreamTrack } | { problem: MediaProblem };

const camera = (deviceId?: string): MediaTrackConstraints => ({
  width: { ideal: 960 },
  height: { ideal: 540 },
  frameRate: { ideal: 24, max: 30 },
  ...(deviceId && { deviceId: { ideal: deviceId } }),
});

const microphone = (deviceId?: string): MediaTrackConstraints => ({
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  ...(deviceId && { deviceId: { ideal: deviceId } }),
});

async function capture(constraints: MediaStreamConstraints): Promise<Captured> {
  try {
    const [track] = (await navigator.mediaDevices.getUserMedia(constraints)).getTracks();
    return track ? { track } : { problem: "not_found" };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

export const captureCamera = (id?: string) => capture({ video: camera(id) });
export const captureMicrophone = (id?: string) => capture({ audio: microphone(id) });

/** Both in one question to the person, or each by itself where only one can be had. */
export async function captureBoth(
  microphoneId?: string,
  cameraId?: string,
): Promise<{ audio: Captured; video: Captured }> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: microphone(microphoneId),
      video: camera(cameraId),
    });
    const [audio] = stream.getAudioTracks();
    const [video] = stream.getVideoTracks();
    if (audio && video) return { audio: { track: audio }, video: { track: video } };
  } catch {
    // Which of the two it was, only asking for each tells.
  }
  return { audio: await captureMicrophone(microphoneId), video: await captureCamera(cameraId) };
}

export async function captureScreen(): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 15 } });
    const [track] = stream.getVideoTracks();
    if (track) track.contentHint = "detail";
    return track ?? null;
  } catch {
    // Chosen against: nothing is wrong.
    return null;
  }
}
