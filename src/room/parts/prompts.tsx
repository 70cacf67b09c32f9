import { type ReactNode, useState } from "react";
import { Button } from "../../ui/buttons/button";
import { waitingMembers } from "../notices";
import { useRoomContext } from "../room-context";

function Prompt({ children, action }: { children: ReactNode; action?: ReactNode }) {
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

/** Who is waiting to be admitted, with the button that admits them. */
export function AdmitPrompt() {
  const { room, state } = useRoomContext();
  const [admitting, setAdmitting] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  if (state.you?.role === "student") return null;

  async function admit(id: string) {
    setAdmitting(id);
    const answer = await room.admit(id).catch(() => null);
    setAdmitting(null);
    setHasFailed(!answer?.ok);
  }

  return waitingMembers(state).map(
    ({ id, name }) =>
      id && (
        <Prompt
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
        </Prompt>
      ),
  );
}

/** A co-interviewer handed the interview off. */
export function FinishedPrompt() {
  const { state, goTo, onClose } = useRoomContext();
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
  return <Prompt action={action}>{interview.student.full_name}’s interview has ended.</Prompt>;
}

export function NextPrompt() {
  const { state } = useRoomContext();
  const { next, interview } = state;
  if (!next?.waiting || interview?.finished) return null;
  return (
    <Prompt>
      The next candidate, <span className="font-medium">{next.student}</span>, is waiting.
    </Prompt>
  );
}

/** Takes a hand-off back that was not meant. */
export function UndoPrompt({ slotId, student }: { slotId: string; student: string }) {
  const { api, goTo } = useRoomContext();
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
    <Prompt
      action={
        <Button isPending={isPending} onClick={undo}>
          Undo
        </Button>
      }
    >
      {student}’s interview has ended.
      <Failure hasFailed={hasFailed} />
    </Prompt>
  );
}
