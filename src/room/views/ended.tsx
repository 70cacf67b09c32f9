import { useEffect } from "react";
import { Button } from "../../ui/buttons/button";
import { buttonClass } from "../../ui/buttons/button-class";
import { Card } from "../../ui/layout/card";
import type { EndReason } from "../engine/room-state";
import { FocusedHeading } from "../parts/focused-heading";
import { useRoomContext } from "../room-context";
import { RoomFrame } from "./room-frame";

interface Ending {
  title: string;
  sentence: string;
  /** The words that open the room again, where it can be. */
  again?: string;
}

const endings: Record<EndReason, Ending> = {
  closed: {
    title: "The interview is over",
    sentence: "Thank you. Your interviewer has ended it; no one can see or hear you anymore.",
  },
  elsewhere: {
    title: "The room was opened elsewhere",
    sentence: "You are in this interview in another tab or on another device.",
    again: "Use this one instead",
  },
  not_yours: {
    title: "You cannot join this room",
    sentence:
      "The interview has changed, or your link was replaced by a newer one. Go back to see your next interview.",
  },
  full: {
    title: "The room is full",
    sentence: "Try again when someone has left.",
    again: "Try again",
  },
  moved: {
    title: "The interview has moved",
    sentence: "It takes place in an external video meeting.",
  },
};

/** Why one is not in the room, and what to do now. */
export function Ended({ reason }: { reason: EndReason }) {
  const { state, slotId, media, goTo, backTo, onClose } = useRoomContext();
  useEffect(() => media.rest(), [media]);

  function enterAgain() {
    media.retry();
    goTo(slotId);
  }

  const { title, sentence, again } = endings[reason];
  return (
    <RoomFrame title={title}>
      <Card className="m-auto flex w-full max-w-120 flex-col gap-4">
        <div role="alert">
          <FocusedHeading className="font-semibold text-lg">{title}</FocusedHeading>
          <p className="mt-1 text-pretty">{sentence}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {state.meetingUrl && (
            <a
              href={state.meetingUrl}
              target="_blank"
              rel="noopener noreferrer"
              className={buttonClass("primary", "lg")}
            >
              Join there
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
          )}
          {again && (
            <Button variant="primary" size="lg" onClick={enterAgain}>
              {again}
            </Button>
          )}
          <Button size="lg" onClick={onClose}>
            Back to {backTo}
          </Button>
        </div>
      </Card>
    </RoomFrame>
  );
}
