import { canCaption } from "../captions";
import { useRoomContext } from "../room-context";
import { ControlButton } from "./control-button";
import { DeviceButton } from "./device-button";
import { HandOff } from "./hand-off";

export type SidebarView = "chat" | "devices" | null;

interface ToolbarProps {
  sidebar: SidebarView;
  onSidebar: (sidebar: SidebarView) => void;
  unread: number;
  hasCaptions: boolean;
  onCaptions: (on: boolean) => void;
}

/** Everything one can do in a room, in one row. */
export function Toolbar({ sidebar, onSidebar, unread, hasCaptions, onCaptions }: ToolbarProps) {
  const { media, devices, onClose } = useRoomContext();
  const isSharing = devices.screen !== null;
  const hasProblem = Object.values(devices.problems).some((problem) => problem !== null);
  const canShare = Boolean(navigator.mediaDevices?.getDisplayMedia);
  return (
    <section
      aria-label="Interview controls"
      className="flex flex-wrap items-center justify-center gap-1.5 sm:gap-2"
    >
      <MediaToggles />
      {canShare && (
        <ControlButton
          icon="screen"
          label="Share screen"
          aria-pressed={isSharing}
          isAlert={isSharing}
          onClick={isSharing ? media.stopScreen : media.shareScreen}
        />
      )}
      {canCaption() && (
        <ControlButton
          icon="captions"
          label="Captions"
          aria-pressed={hasCaptions}
          onClick={() => onCaptions(!hasCaptions)}
        />
      )}
      <ControlButton
        icon="chat"
        label={unread > 0 ? `Chat, ${unread} unread` : "Chat"}
        text="Chat"
        aria-expanded={sidebar === "chat"}
        badge={unread}
        onClick={() => onSidebar(sidebar === "chat" ? null : "chat")}
      />
      <DeviceButton
        isOpen={sidebar === "devices"}
        hasProblem={hasProblem}
        onPress={() => onSidebar(sidebar === "devices" ? null : "devices")}
      />
      <HandOff />
      <ControlButton icon="leave" label="Leave" onClick={onClose} className="text-danger" />
    </section>
  );
}

/** Microphone and camera on or off; what cannot be had says so. */
export function MediaToggles() {
  const { media, devices } = useRoomContext();
  const hasVoice = devices.audio !== null && devices.wanted.mic;
  const hasVideo = devices.video !== null;
  return (
    <>
      <ControlButton
        icon={hasVoice ? "microphone" : "microphone-off"}
        label="Microphone"
        aria-pressed={hasVoice}
        isAlert={!hasVoice}
        onClick={() => media.setMic(!hasVoice)}
      />
      <ControlButton
        icon={hasVideo ? "camera" : "camera-off"}
        label="Camera"
        aria-pressed={hasVideo}
        isAlert={!hasVideo}
        onClick={() => media.setCamera(!hasVideo)}
      />
    </>
  );
}
