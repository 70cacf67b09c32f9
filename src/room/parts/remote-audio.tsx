import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import { Button } from "../../ui/buttons/button";
import { useRoomPlace } from "../room-context";

/** Everyone's sound. A browser that keeps it back until the page is touched is asked for a touch. */
export function Voices() {
  const { state, devices } = useRoomPlace();
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
            <Voice
              key={id}
              stream={media.camera}
              speakerId={devices.wanted.speakerId}
              setBlocked={setBlocked}
            />
          ),
      )}
      {blocked.length > 0 && (
        <Button variant="primary" size="lg" className="m-2 self-center" onClick={hear}>
          Turn the sound on
        </Button>
      )}
    </>
  );
}

interface VoiceProps {
  stream: MediaStream;
  speakerId: string | undefined;
  setBlocked: Dispatch<SetStateAction<HTMLAudioElement[]>>;
}

function Voice({ stream, speakerId, setBlocked }: VoiceProps) {
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
