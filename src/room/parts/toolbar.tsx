import { type ReactNode, useState } from "react";
import { Button } from "../../ui/buttons/button";
import { waitingAt } from "../notices";
import { useRoomPlace } from "../room-context";

function Bar({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 rounded-lg border border-line bg-raised px-3 py-1.5">
      <p className="min-w-0 wrap-anywhere">{children}</p>
      {action}
    </div>
  );
}

function Failure({ hasFailed }: { hasFailed: boolean }) {
  return (
    <span role="alert" className="block text-danger text-sm empty:hidden">
      {hasFailed && "The server did not answer. Try again."}
    </span>
  );
}

/** Who waits at the door, with the one button that opens it. */
export function AdmitBar() {
  const { room, state } = useRoomPlace();
  const [admitting, setAdmitting] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  if (state.you?.role === "student") return null;

  async function admit(id: string) {
    setAdmitting(id);
    const answer = await room.admit(id).catch(() => null);
    setAdmitting(null);
    setHasFailed(!answer?.ok);
  }

  return waitingAt(state).map(
    ({ id, name }) =>
      id && (
        <Bar
          key={id}
          action={
            <Button
              variant="primary"
              size="lg"
              isPending={admitting === id}
              onClick={() => admit(id)}
            >
              Admit {name}
            </Button>
          }
        >
          <span className="font-medium">{name}</span> is waiting to be let in.
          <Failure hasFailed={hasFailed} />
        </Bar>
      ),
  );
}

/** The interview was handed off by a colleague of the panel. */
export function FinishedBar() {
  const { state, goTo, onClose } = useRoomPlace();
  const { interview, next, you } = state;
  if (!interview?.finished || you?.role === "student") return null;
  const action = next ? (
    <Button size="lg" variant="primary" onClick={() => goTo(next.slot_id)}>
      Go to {next.student}
    </Button>
  ) : (
    <Button size="lg" variant="primary" onClick={onClose}>
      Close the room
    </Button>
  );
  return <Bar action={action}>{interview.student.full_name}’s interview has ended.</Bar>;
}

export function NextBar() {
  const { state } = useRoomPlace();
  const { next, interview } = state;
  if (!next?.waiting || interview?.finished) return null;
  return (
    <Bar>
      The next candidate, <span className="font-medium">{next.student}</span>, is waiting.
    </Bar>
  );
}

/** Takes a hand-off back that was not meant. */
export function UndoBar({ slotId, student }: { slotId: string; student: string }) {
  const { api, goTo } = useRoomPlace();
  const [isPending, setIsPending] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  async function undo() {
    setIsPending(true);
    const answer = await api.reopen(slotId).catch(() => null);
    setIsPending(false);
    setHasFailed(!answer?.ok);
    if (answer?.ok) goTo(slotId);
  }

  return (
    <Bar
      action={
        <Button isPending={isPending} onClick={undo}>
          Undo
        </Button>
      }
    >
      {student}’s interview has ended.
      <Failure hasFailed={hasFailed} />
    </Bar>
  );
}
