import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import { Button } from "../../ui/buttons/button";
import { useRoomContext } from "../room-context";

/** Everyone's sound. A browser that keeps it back until the page is touched is asked for a touch. */
export function RemoteAudio() {
  const { state, devices } = useRoomContext();
  const [blocked, setBlocked] = useState<HTMLAudioElement[]>([]);

  function hear() {
    for (const audio of blocked) audio.play().catch(() => {});
    setBlocked([]);
  }

  return (
    <>
      {state.people.map(
        ({ id, media }) =>
          media && (
            <AudioOutput
              key={id}
              stream={media.camera}
              speakerId={devices.wanted.speakerId}
              setBlocked={setBlocked}
            />
          ),
      )}
      {blocked.length > 0 && (
        <Button variant="primary" size="lg" className="m-2 self-center" onClick={hear}>
          Turn on sound
        </Button>
      )}
    </>
  );
}

interface AudioOutputProps {
  stream: MediaStream;
  speakerId: string | undefined;
  setBlocked: Dispatch<SetStateAction<HTMLAudioElement[]>>;
}

function AudioOutput({ stream, speakerId, setBlocked }: AudioOutputProps) {
  const [audio] = useState(() => new Audio());
  useEffect(() => {
    audio.srcObject = stream;
    audio.play().catch(({ name }: Error) => {
      if (name === "NotAllowedError") setBlocked((others) => [...others, audio]);
    });
    return () => {
      audio.srcObject = null;
    };
  }, [audio, stream, setBlocked]);
  useEffect(() => {
    if (speakerId) audio.setSinkId?.(speakerId).catch(() => {});
  }, [audio, speakerId]);
  return null;
}
