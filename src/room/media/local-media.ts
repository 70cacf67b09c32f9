import type { Source } from "../engine/room";
import { createStore } from "../engine/store";
import { captureBoth, captureCamera, captureMicrophone, captureScreen } from "./capture";
import type { MediaProblem } from "./media-problem";
import { keepPreferences, type Preferences, readPreferences } from "./preferences";

export interface MediaState {
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
  screen: MediaStreamTrack | null;
  /** What one wants on; a device with a problem gives nothing all the same. */
  wanted: Preferences;
  problems: { microphone: MediaProblem | null; camera: MediaProblem | null };
  devices: MediaDeviceInfo[];
  isAsking: boolean;
}

export type DeviceKind = MediaDeviceInfo["kind"];

/** This person's microphone, camera and screen, for a room or for a check of them. */
export function openMedia() {
  const store = createStore<MediaState>({
    audio: null,
    video: null,
    screen: null,
    wanted: readPreferences(),
    problems: { microphone: null, camera: null },
    devices: [],
    isAsking: true,
  });
  let isClosed = false;

  function want(change: Partial<Preferences>) {
    const wanted = { ...store.get().wanted, ...change };
    keepPreferences(wanted);
    store.set({ wanted });
  }

  /** Takes the place of the track that was there, which is let go of. */
  function use(
    kind: "audio" | "video",
    captured: { track?: MediaStreamTrack; problem?: MediaProblem },
  ) {
    const { wanted, problems } = store.get();
    const { track = null, problem = null } = captured;
    const device = kind === "audio" ? "microphone" : "camera";
    store.get()[kind]?.stop();
    if (isClosed) track?.stop();
    if (track) {
      if (kind === "audio") track.enabled = wanted.mic;
      track.onended = () => use(kind, { problem: "ended" });
    }
    store.set({ [kind]: isClosed ? null : track, problems: { ...problems, [device]: problem } });
  }

  async function open(): Promise<void> {
    const { mic, camera, microphoneId, cameraId } = store.get().wanted;
    store.set({ isAsking: true });
    if (camera) {
      const { audio, video } = await captureBoth(microphoneId, cameraId);
      use("audio", audio);
      use("video", video);
    } else use("audio", await captureMicrophone(microphoneId));
    if (!mic) mute();
    store.set({ isAsking: false });
    await listDevices();
  }

  async function listDevices(): Promise<void> {
    const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
    store.set({ devices: (devices ?? []).filter(({ deviceId }) => deviceId) });
  }

  function mute() {
    const { audio, wanted } = store.get();
    if (audio) audio.enabled = wanted.mic;
  }

  async function setMic(mic: boolean): Promise<void> {
    want({ mic });
    const { audio, wanted } = store.get();
    if (mic && !audio) use("audio", await captureMicrophone(wanted.microphoneId));
    mute();
  }

  async function setCamera(camera: boolean): Promise<void> {
    want({ camera });
    if (!camera) return use("video", {});
    const captured = await captureCamera(store.get().wanted.cameraId);
    use("video", captured);
    // Switched off again before the camera had answered.
    if (!store.get().wanted.camera) use("video", {});
    await listDevices();
  }

  async function choose(kind: DeviceKind, id: string): Promise<void> {
    if (kind === "audiooutput") return want({ speakerId: id });
    if (kind === "audioinput") {
      want({ microphoneId: id });
      return use("audio", await captureMicrophone(id));
    }
    want({ cameraId: id, camera: true });
    use("video", await captureCamera(id));
  }

  async function shareScreen(): Promise<void> {
    const screen = await captureScreen();
    if (screen) screen.onended = () => store.set({ screen: null });
    if (isClosed) screen?.stop();
    else store.set({ screen });
  }

  function stopScreen() {
    store.get().screen?.stop();
    store.set({ screen: null });
  }

  const source: Source = {
    ready: open(),
    tracks() {
      const { audio, video, screen } = store.get();
      return { audio, video, screen };
    },
    shared() {
      const { audio, video, screen, wanted } = store.get();
      return {
        audio: audio !== null && wanted.mic,
        video: video !== null,
        screen: screen !== null,
      };
    },
    subscribe: store.subscribe,
  };
  navigator.mediaDevices?.addEventListener("devicechange", listDevices);

  return {
    get: store.get,
    subscribe: store.subscribe,
    source,
    retry: open,
    /** Lets go of the devices: nobody should be filmed where nobody looks. */
    rest() {
      use("audio", {});
      use("video", {});
      stopScreen();
    },
    setMic,
    setCamera,
    choose,
    shareScreen,
    stopScreen,
    close() {
      isClosed = true;
      navigator.mediaDevices?.removeEventListener("devicechange", listDevices);
      const { audio, video, screen } = store.get();
      for (const track of [audio, video, screen]) track?.stop();
    },
  };
}

export type LocalMedia = ReturnType<typeof openMedia>;
