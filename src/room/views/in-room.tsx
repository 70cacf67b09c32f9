import { useEffect, useState } from "react";
import { CaptionLines } from "../parts/caption-lines";
import { Chat } from "../parts/chat";
import { Controls, type Panel } from "../parts/controls";
import { DevicesPanel } from "../parts/devices-panel";
import { RoomHeading } from "../parts/heading";
import { Voices } from "../parts/remote-audio";
import { AdmitBar, FinishedBar, NextBar, UndoBar } from "../parts/toolbar";
import { Stage } from "../parts/video-grid";
import { useRoomPlace } from "../room-context";
import { useClock } from "../use-clock";
import { useNotices } from "../use-notices";
import { RoomFrame } from "./room-frame";

interface InRoomProps {
  /** The interview that was just ended on the way here. */
  ended?: { slotId: string; student: string } | undefined;
}

export function InRoom({ ended }: InRoomProps) {
  const { state } = useRoomPlace();
  const { interview, messages } = state;
  const now = useClock(state.clockOffset);
  const notice = useNotices(state, now);
  const [panel, setPanel] = useState<Panel>(null);
  const [hasCaptions, setHasCaptions] = useState(false);
  const lastRead = useLastRead(messages.at(-1)?.id ?? 0, panel === "chat");
  const unread = messages.filter(({ id, mine }) => id > lastRead && !mine).length;

  return (
    <RoomFrame title={`Interview: ${interview?.student.full_name ?? ""}`}>
      <RoomHeading now={now} />
      {ended && state.people.length === 0 && <UndoBar {...ended} />}
      <FinishedBar />
      <AdmitBar />
      <NextBar />
      <div className="relative flex min-h-60 flex-1 gap-2">
        <Stage />
        {panel === "chat" && <Chat onClose={() => setPanel(null)} />}
        {panel === "devices" && <DevicesPanel onClose={() => setPanel(null)} />}
      </div>
      {hasCaptions && <CaptionLines />}
      <Voices />
      <p
        role="status"
        className="pointer-events-none min-h-6 text-center text-sm text-pretty wrap-anywhere"
      >
        {notice}
      </p>
      <Controls
        panel={panel}
        onPanel={setPanel}
        unread={panel === "chat" ? 0 : unread}
        hasCaptions={hasCaptions}
        onCaptions={setHasCaptions}
      />
    </RoomFrame>
  );
}

/** The last message that was on screen. */
function useLastRead(newest: number, isOpen: boolean): number {
  const [read, setRead] = useState(0);
  useEffect(() => {
    if (isOpen) setRead(newest);
  }, [newest, isOpen]);
  return read;
}
