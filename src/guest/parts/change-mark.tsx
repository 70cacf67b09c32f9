import { useCallback, useRef } from "react";
import type { Mark } from "../experience/changes";
import { useGuest } from "../experience/guest-context";
import { useWhenSeen } from "../experience/use-when-seen";

/** "New" or "Changed" beside what changed while the page was open, until it was seen. */
export function ChangeMark({ id }: { id: string }) {
  const mark = useGuest().marks.get(id);
  return mark && <Badge key={mark} id={id} mark={mark} />;
}

function Badge({ id, mark }: { id: string; mark: Mark }) {
  const { onSeen } = useGuest();
  const element = useRef<HTMLSpanElement>(null);
  useWhenSeen(
    element,
    useCallback(() => onSeen(id), [onSeen, id]),
  );
  return (
    <span
      ref={element}
      className="rounded-sm border border-accent-ink bg-accent-soft px-1 align-middle font-medium text-accent-ink text-sm"
    >
      {mark}
    </span>
  );
}
