import { Link } from "react-aria-components";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { paths } from "../../../../paths";
import type { TableColumn } from "../../../../ui/lists/table";
import { RelativeTime } from "../../../../ui/relative-time";
import { emailKindLabels } from "../../../labels";
import { EmailStatus } from "../shared/email-status";
import type { EmailRow } from "./list-api";

export const emailColumns = (now: Date): TableColumn<EmailRow>[] => [
  {
    id: "recipient",
    label: "Recipient",
    isRowHeader: true,
    className: "narrow:order-1 max-w-0 w-1/4 narrow:max-w-none narrow:w-auto",
    cell: (email) => (
      <>
        <span className="block truncate font-medium">{email.to_name}</span>
        <span className="block truncate text-muted narrow:hidden">{email.to_email}</span>
      </>
    ),
  },
  {
    id: "subject",
    label: "Subject · kind",
    className:
      "narrow:order-3 narrow:col-span-2 narrow:leading-6 max-w-0 w-2/5 narrow:max-w-none narrow:w-auto",
    cell: (email) => (
      <>
        <span className="block truncate">{email.subject}</span>
        <span className="block text-muted narrow:hidden">{emailKindLabels[email.kind]}</span>
      </>
    ),
  },
  {
    id: "schedules",
    label: "Schedule",
    className: "narrow:order-4 text-muted",
    cell: (email) => <Schedules email={email} />,
  },
  {
    id: "status",
    label: "Status",
    className: "narrow:order-5 narrow:text-right narrow:leading-6",
    cell: (email) => <EmailStatus state={email.status} />,
  },
  {
    id: "time",
    label: "Time",
    className: "narrow:order-2 text-right text-muted tabular-nums",
    cell: (email) => <RelativeTime at={email.created_at} now={now} />,
  },
];

/** More than these would make a row that nothing else has place beside. */
const mostSchedules = 3;

function Schedules({ email: { schedules } }: { email: EmailRow }) {
  const shown = schedules.length > mostSchedules ? mostSchedules - 1 : mostSchedules;
  return (
    <>
      {schedules.slice(0, shown).map((schedule) => (
        <Link
          key={schedule.id}
          href={paths.schedule(schedule.id)}
          // Where the cells are stacked, it would lie in the way of opening the email.
          className="block w-fit max-w-full truncate hover:text-ink hover:underline narrow:pointer-events-none narrow:leading-6"
        >
          {schedule.oci.employer.name} · {formatDate(schedule.on_date)}
        </Link>
      ))}
      {schedules.length > shown && <span>and {schedules.length - shown} more</span>}
    </>
  );
}
