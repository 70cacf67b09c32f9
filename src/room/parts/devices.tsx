import { useRoomContext } from "../room-context";
import { DeviceSelect } from "./device-select";
import { LevelBar } from "./level-bar";
import { ProblemList } from "./problem-list";
import { Sidebar } from "./sidebar";

export function Devices({ onClose }: { onClose: () => void }) {
  const { media, devices } = useRoomContext();
  return (
    <Sidebar title="Devices" onClose={onClose}>
      <div className="flex flex-col gap-4 overflow-y-auto p-3">
        <ProblemList media={media} devices={devices} />
        <div className="flex flex-col gap-1">
          <p className="text-muted text-sm">Your voice</p>
          <LevelBar track={devices.audio} label="Microphone level" />
        </div>
        <DeviceSelect kind="audioinput" media={media} devices={devices} />
        <DeviceSelect kind="videoinput" media={media} devices={devices} />
        <DeviceSelect kind="audiooutput" media={media} devices={devices} />
      </div>
    </Sidebar>
  );
}
