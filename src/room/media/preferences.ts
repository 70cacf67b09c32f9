/** What was chosen in this tab, so that a reload brings nobody's camera back on. */
export interface Preferences {
  mic: boolean;
  camera: boolean;
  microphoneId?: string;
  cameraId?: string;
  speakerId?: string;
}

const key = "room-devices";
const initial: Preferences = { mic: true, camera: true };

// Storage throws where a browser blocks site data.
export function readPreferences(): Preferences {
  try {
    return { ...initial, ...JSON.parse(sessionStorage.getItem(key) ?? "{}") };
  } catch {
    return initial;
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    return;
  }
}
