import { useEffect, useState } from "react";
import { useClock } from "../../ui/hooks/use-clock";
import { CaptionLines } from "../parts/caption-lines";
import { Chat } from "../parts/chat";
import { Devices } from "../parts/devices";
import { RoomHeading } from "../parts/heading";
import { AdmitPrompt, FinishedPrompt, NextPrompt, UndoPrompt } from "../parts/prompts";
import { RemoteAudio } from "../parts/remote-audio";
import { type SidebarView, Toolbar } from "../parts/toolbar";
import { VideoGrid } from "../parts/video-grid";
import { useRoomContext } from "../room-context";
import { useNotices } from "../use-notices";
import { RoomFrame } from "./room-frame";

interface InRoomProps {
  /** The interview that was just ended on the way here. */
  ended?: { slotId: string; student: string } | undefined;
}

export function InRoom({ ended }: InRoomProps) {
  const { state } = useRoomContext();
  const { interview, messages } = state;
  const now = useClock(1_000, state.clockOffset);
  const notice = useNotices(state, now);
  const [sidebar, setSidebar] = useState<SidebarView>(null);
  const [hasCaptions, setHasCaptions] = useState(false);
  const lastRead = useLastRead(messages.at(-1)?.id ?? 0, sidebar === "chat");
  const unread = messages.filter(({ id, mine }) => id > lastRead && !mine).length;

  return (
    <RoomFrame title={`Interview: ${interview?.student.full_name ?? ""}`}>
      <RoomHeading now={now} />
      {ended && state.people.length === 0 && <UndoPrompt {...ended} />}
      <FinishedPrompt />
      <AdmitPrompt />
      <NextPrompt />
      <div className="relative flex min-h-60 flex-1 gap-2">
        <VideoGrid />
        {sidebar === "chat" && <Chat onClose={() => setSidebar(null)} />}
        {sidebar === "devices" && <Devices onClose={() => setSidebar(null)} />}
      </div>
      {hasCaptions && <CaptionLines />}
      <RemoteAudio />
      <p
        role="status"
        className="pointer-events-none min-h-6 text-center text-sm text-pretty wrap-anywhere"
      >
        {notice}
      </p>
      <Toolbar
        sidebar={sidebar}
        onSidebar={setSidebar}
        unread={sidebar === "chat" ? 0 : unread}
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
