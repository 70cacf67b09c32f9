import { buttonClass } from "../../../../ui/buttons/button-class";
import { Icon } from "../../../../ui/icons/icon";
import { maskLink } from "../shared/mask-link";

const fileName = "interviews.ics";

export function CalendarAttachment({ ics }: { ics: string }) {
  const masked = maskLink(ics);
  return (
    <details className="group rounded-lg border border-line text-sm">
      <summary className="flex min-h-10 items-center gap-2 px-3 py-1 touch:min-h-11">
        <Icon name="calendar" className="text-muted" />
        <span className="min-w-0 flex-1">
          {fileName} <span className="text-muted">attached, the link masked here</span>
        </span>
        <Icon name="chevron-down" className="text-muted group-open:rotate-180" />
      </summary>
      <div className="border-line border-t p-3">
        <pre className="mb-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">{masked}</pre>
        <a
          className={buttonClass()}
          download={fileName}
          href={`data:text/calendar;charset=utf-8,${encodeURIComponent(masked)}`}
        >
          Download {fileName}
        </a>
      </div>
    </details>
  );
}
