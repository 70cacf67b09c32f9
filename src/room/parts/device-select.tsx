import { useId } from "react";
import { controlClass, fieldClass, labelClass } from "../../ui/fields/field-class";
import type { DeviceKind, LocalMedia, MediaState } from "../media/local-media";

const labels = { audioinput: "Microphone", videoinput: "Camera", audiooutput: "Speaker" };

interface DeviceSelectProps {
  kind: DeviceKind;
  media: LocalMedia;
  devices: MediaState;
}

/** Which of several devices of a kind; nothing where there is no choice. */
export function DeviceSelect({ kind, media, devices }: DeviceSelectProps) {
  const id = useId();
  const choices = devices.devices.filter((device) => device.kind === kind);
  if (choices.length < 2 || (kind === "audiooutput" && !canChooseSpeaker)) return null;
  return (
    <div className={fieldClass}>
      <label htmlFor={id} className={labelClass}>
        {labels[kind]}
      </label>
      <select
        id={id}
        className={controlClass}
        value={chosen(kind, devices)}
        onChange={(event) => media.choose(kind, event.target.value)}
      >
        {choices.map(({ deviceId, label }, n) => (
          <option key={deviceId} value={deviceId}>
            {label || `${labels[kind]} ${n + 1}`}
          </option>
        ))}
      </select>
    </div>
  );
}

const canChooseSpeaker = "setSinkId" in HTMLMediaElement.prototype;

function chosen(kind: DeviceKind, { audio, video, wanted }: MediaState): string {
  if (kind === "audiooutput") return wanted.speakerId ?? "default";
  const track = kind === "audioinput" ? audio : video;
  return track?.getSettings().deviceId ?? "";
}
