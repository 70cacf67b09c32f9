import { type FormEvent, useEffect, useRef, useState } from "react";
import { formatTime } from "../../lib/dates/format-date";
import { Button } from "../../ui/buttons/button";
import { controlClass } from "../../ui/fields/field-class";
import type { Message } from "../room-api";
import { useRoomContext } from "../room-context";
import { Sidebar } from "./sidebar";

export function Chat({ onClose }: { onClose: () => void }) {
  const { room, state } = useRoomContext();
  const [draft, setDraft] = useState("");
  const [problem, setProblem] = useState("");
  const [isSending, setIsSending] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    const body = draft.trim();
    if (!body || isSending) return;
    setIsSending(true);
    const reason = await room.say(body).then(
      (answer) => (answer.ok ? "" : answer.reason),
      () => "unreachable",
    );
    setIsSending(false);
    setProblem(reason && (problems[reason] ?? problems.unreachable ?? ""));
    if (!reason) setDraft("");
  }

  return (
    <Sidebar title="Chat" onClose={onClose}>
      <Messages messages={state.messages} />
      <form onSubmit={send} className="flex flex-col gap-1 border-line border-t p-2">
        <div className="flex gap-2">
          <input
            aria-label="Message to everyone in this interview"
            placeholder="Message everyone"
            className={controlClass}
            maxLength={2000}
            autoComplete="off"
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
          <Button type="submit" variant="primary" isPending={isSending} className="touch:h-11">
            Send
          </Button>
        </div>
        <p role="alert" className="text-danger text-sm empty:hidden">
          {problem}
        </p>
      </form>
    </Sidebar>
  );
}

const problems: Record<string, string> = {
  too_much: "Too many messages at once. Try again in a minute.",
  unreachable: "The message was not sent. Try again in a moment.",
};

function Messages({ messages }: { messages: Message[] }) {
  const { state } = useRoomContext();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is what it scrolls for
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [messages.length]);
  const zone = state.interview?.time_zone ?? "UTC";
  return (
    <ol
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label="Messages"
      className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3"
    >
      {messages.length === 0 && (
        <li className="text-muted text-sm">Deleted when the interview ends.</li>
      )}
      {messages.map(({ id, from, mine, kind, body, at }) => (
        <li key={id}>
          <p className="text-muted text-sm">
            {mine ? "You" : from}
            {kind === "notice" && ", career office"} · {formatTime(at, zone)}
          </p>
          <p className="whitespace-pre-wrap wrap-anywhere">{body}</p>
        </li>
      ))}
    </ol>
  );
}
