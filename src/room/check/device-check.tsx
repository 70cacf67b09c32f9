import { type ReactNode, useMemo } from "react";
import { Button } from "../../ui/buttons/button";
import { Spinner } from "../../ui/feedback/spinner";
import { Status } from "../../ui/feedback/status";
import { Card } from "../../ui/layout/card";
import { hasNoDevices, isInsideApp } from "../media/browser";
import type { LocalMedia } from "../media/local-media";
import { DeviceSelect } from "../parts/device-select";
import { FocusedHeading } from "../parts/focused-heading";
import { LevelBar } from "../parts/level-bar";
import { ProblemList } from "../parts/problem-list";
import { Video } from "../parts/video";
import type { RoomApi } from "../room-api";
import { useLocalMedia } from "../use-local-media";
import { useStore } from "../use-store";
import { ConnectionCheck } from "./connection-check";
import { InsideApp } from "./inside-app";
import { SpeakerCheck } from "./speaker-check";

interface DeviceCheckProps {
  api: Pick<RoomApi, "iceServers">;
  onClose: () => void;
}

/** Camera, microphone, speaker and network, each by itself, with what helps where one fails. */
export default function DeviceCheck({ api, onClose }: DeviceCheckProps) {
  const media = useLocalMedia();
  return (
    <>
      <header>
        <FocusedHeading className="font-semibold text-lg">Camera and microphone</FocusedHeading>
        <p className="text-muted text-pretty">
          Only you can see and hear this. You can also join with audio only.
        </p>
      </header>
      {(hasNoDevices() || isInsideApp(navigator.userAgent)) && <InsideApp />}
      {media && <Devices media={media} />}
      <Part title="Network">
        <ConnectionCheck api={api} />
      </Part>
      <Button size="lg" className="self-start" onClick={onClose}>
        Back to your page
      </Button>
    </>
  );
}

function Devices({ media }: { media: LocalMedia }) {
  const devices = useStore(media);
  const { audio, video, isAsking } = devices;
  const stream = useMemo(() => video && new MediaStream([video]), [video]);
  return (
    <>
      {isAsking && <Spinner label="Allow the camera and microphone where your browser asks…" />}
      <ProblemList media={media} devices={devices} />
      <Part title="Camera">
        {stream && (
          <>
            <div className="aspect-video overflow-hidden rounded-lg border border-line bg-sunken">
              <Video stream={stream} label="Your camera" isMirrored />
            </div>
            <Status tone="success" className="whitespace-normal!">
              The camera works if you can see yourself
            </Status>
          </>
        )}
        {!stream && !isAsking && <NoCamera media={media} isOff={!devices.wanted.camera} />}
        <DeviceSelect kind="videoinput" media={media} devices={devices} />
      </Part>
      <Part title="Microphone">
        {audio ? (
          <>
            <LevelBar track={audio} label="Microphone level" />
            <Status mark="ring" className="whitespace-normal!">
              Say something: the bar moves when the microphone picks you up
            </Status>
          </>
        ) : (
          !isAsking && <p>No microphone. You can listen and use the chat.</p>
        )}
        <DeviceSelect kind="audioinput" media={media} devices={devices} />
      </Part>
      <Part title="Speaker">
        <SpeakerCheck speakerId={devices.wanted.speakerId} />
        <DeviceSelect kind="audiooutput" media={media} devices={devices} />
      </Part>
    </>
  );
}

function NoCamera({ media, isOff }: { media: LocalMedia; isOff: boolean }) {
  if (!isOff) return <p>No camera. You can join with audio only.</p>;
  return (
    <Button size="lg" className="self-start" onClick={() => media.setCamera(true)}>
      Turn on the camera
    </Button>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="font-medium">{title}</h2>
      {children}
    </Card>
  );
}
