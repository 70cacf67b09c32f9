import { formatExact } from "../../../../lib/dates/relative-time";
import { cx } from "../../../../ui/cx";
import { emailEventLabels, unsentReasonLabels } from "../../../labels";
import type { Email } from "./email-api";

type EmailEvent = Email["events"][number];

const tones: Partial<Record<EmailEvent["type"], string>> = {
  sent: "bg-accent",
  delivered: "bg-success",
  deferred: "bg-warning",
  delayed: "bg-warning",
  uncertain: "bg-warning",
  failed: "bg-danger",
  bounced: "bg-danger",
  complained: "bg-danger",
};

/** What came of an event, and what the mail server or provider said. */
function detailOf({ detail, reason, params }: EmailEvent): string {
  const parts = [
    params.attempt && `Attempt ${params.attempt}`,
    params.may_repeat && "The attempt before was cut off: this may be a second copy.",
    params.by && `Retried by ${params.by}`,
    reason === "gave_up"
      ? `Stopped after ${params.attempts} attempts.`
      : reason && unsentReasonLabels[reason],
    detail,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** Oldest first. */
export function EmailHistory({ events }: { events: EmailEvent[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-3 font-medium">
        History
      </h2>
      <ol className="text-sm">
        {events.map((event) => (
          <li
            key={event.id}
            className="relative pb-4 pl-5 before:absolute before:top-3 before:bottom-0 before:left-[3.5px] before:w-px before:bg-line last:pb-0 last:before:hidden"
          >
            <span
              aria-hidden="true"
              className={cx(
                "absolute top-1.5 left-0 size-2 rounded-full",
                tones[event.type] ?? "bg-edge",
              )}
            />
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{emailEventLabels[event.type]}</span>
              <time dateTime={event.at} className="text-muted tabular-nums">
                {formatExact(event.at)}
              </time>
            </p>
            <p className="text-muted wrap-anywhere">{detailOf(event)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
