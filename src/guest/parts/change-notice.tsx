import { useRef } from "react";
import { useWhenSeen } from "../experience/use-when-seen";

interface ChangeNoticeProps {
  /** What has changed, in words; empty when nothing has. */
  text: string;
  onRead: () => void;
}

/** Announces a change and shows it over the page's lower edge, so that nothing on the page moves. */
export function ChangeNotice({ text, onRead }: ChangeNoticeProps) {
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-10 flex justify-center p-4"
    >
      {text && <Notice key={text} text={text} onRead={onRead} />}
    </div>
  );
}

function Notice({ text, onRead }: ChangeNoticeProps) {
  const element = useRef<HTMLParagraphElement>(null);
  useWhenSeen(element, onRead);
  return (
    <p
      ref={element}
      className="max-w-152 rounded-lg border border-line bg-raised px-4 py-3 text-md text-pretty shadow-float wrap-anywhere"
    >
      {text}
    </p>
  );
}
