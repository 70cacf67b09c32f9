import { useState } from "react";
import { Button } from "../../ui/buttons/button";
import { useRoomContext } from "../room-context";

/** Ends this interview and opens the next one's room, in one step; for interviewers. */
export function HandOff() {
  const { api, slotId, state, goTo, onClose } = useRoomContext();
  const [isPending, setIsPending] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const { next, interview, you } = state;
  if (you?.role !== "interviewer" || !interview || interview.finished) return null;
  const student = interview.student.full_name;

  async function finish() {
    setIsPending(true);
    const isDone = await api.finish(slotId).then(
      ({ ok }) => ok,
      () => false,
    );
    setIsPending(false);
    setHasFailed(!isDone);
    if (!isDone) return;
    if (next) goTo(next.slot_id, { slotId, student });
    else onClose();
  }

  const text = next ? "Next candidate" : "End interview";
  const meaning = next
    ? `Ends ${student}’s interview and opens ${next.student}’s room`
    : `Ends ${student}’s interview for everyone`;
  return (
    <>
      <Button
        size="lg"
        variant={next?.waiting ? "primary" : "secondary"}
        isPending={isPending}
        aria-description={meaning}
        title={meaning}
        onClick={finish}
      >
        {text}
      </Button>
      {hasFailed && (
        <p role="alert" className="w-full text-center text-danger text-sm">
          The server did not answer. Try again.
        </p>
      )}
    </>
  );
}
