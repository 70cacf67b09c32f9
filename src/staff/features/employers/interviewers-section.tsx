import { useNavigate } from "react-router";
import { formatTimestamp } from "../../../lib/dates/relative-time";
import { explainError } from "../../../lib/errors/explain-error";
import { paths } from "../../../paths";
import { Menu } from "../../../ui/buttons/menu";
import { Status } from "../../../ui/feedback/status";
import { showToast } from "../../../ui/feedback/toast";
import { Table, type TableColumn } from "../../../ui/lists/table";
import { useMe } from "../../app/require-staff";
import { useArchive } from "../../lists/use-archive";
import { toSearch } from "../../url/search-params";
import { useDialog } from "../../url/use-dialog";
import { emailFilters } from "../emails/shared/email-filters";
import { type Interviewer, useSendOverviewLink } from "../interviewers/api";
import { InterviewerDialog } from "./interviewer-dialog";

interface InterviewersSectionProps {
  employerId: string;
  interviewers: Interviewer[];
}

export function InterviewersSection({ employerId, interviewers }: InterviewersSectionProps) {
  const { isAdmin } = useMe();
  const { dialog, about, closeDialog } = useDialog("employer");
  return (
    <>
      <Table
        label="Interviewers"
        columns={isAdmin ? [...columns, actionColumn] : columns}
        rows={interviewers}
        rowText={({ full_name }) => full_name}
        empty={<p className="px-4 py-6 text-muted sm:px-6">No interviewers yet.</p>}
      />
      {isAdmin && dialog === "interviewer" && (
        <InterviewerDialog
          key={about}
          employerId={employerId}
          interviewer={interviewers.find(({ id }) => id === about)}
          onClose={closeDialog}
        />
      )}
    </>
  );
}

const columns: TableColumn<Interviewer>[] = [
  {
    id: "name",
    label: "Name",
    isRowHeader: true,
    className: "w-2/5 narrow:w-auto",
    cell: ({ full_name, title, is_recruiter, sees_overview, archived_at }) => (
      <>
        <span className="block font-medium wrap-anywhere">
          {full_name}
          {is_recruiter && (
            <span className="font-normal text-muted">
              {" "}
              · recruiter{sees_overview && ", sees the overview"}
            </span>
          )}
        </span>
        {title && <span className="block text-muted wrap-anywhere">{title}</span>}
        {archived_at && <Status mark="dash">Archived</Status>}
      </>
    ),
  },
  {
    id: "email",
    label: "Email address",
    className: "narrow:order-last narrow:col-span-2 wrap-anywhere",
    cell: ({ email }) => email,
  },
  {
    id: "opened",
    label: "Link last opened",
    className: "w-40 text-muted narrow:order-last narrow:col-span-2 narrow:w-auto",
    cell: ({ last_opened_at }) => (
      <>
        <span className="hidden narrow:inline">Link last opened: </span>
        {last_opened_at ? formatTimestamp(last_opened_at) : "never"}
      </>
    ),
  },
];

const actionColumn: TableColumn<Interviewer> = {
  id: "actions",
  label: "Actions",
  className: "w-20 text-right narrow:w-auto",
  cell: (interviewer) => <RowMenu interviewer={interviewer} />,
};

function RowMenu({
  interviewer: { id, full_name, email, sees_overview, archived_at },
}: {
  interviewer: Interviewer;
}) {
  const navigate = useNavigate();
  const { openDialog } = useDialog("employer");
  const archive = useArchive("interviewers");
  const overview = useSendOverviewLink();
  const sendOverview = () =>
    overview.mutate(id, {
      onSuccess: () => showToast(`The overview link will be sent to ${email} within a minute.`),
      onError: (error) => showToast(explainError(error)),
    });
  return (
    <Menu
      label={`Actions for ${full_name}`}
      isCompact
      actions={[
        {
          id: "edit",
          label: "Edit",
          icon: "pencil",
          onAction: () => openDialog("interviewer", id),
        },
        {
          id: "emails",
          label: "Emails",
          icon: "mail",
          onAction: () => navigate(paths.emails(toSearch(emailFilters, { to: email }))),
        },
        ...(sees_overview && !archived_at
          ? [
              {
                id: "overview",
                label: "Send overview link",
                icon: "send" as const,
                onAction: sendOverview,
              },
            ]
          : []),
        {
          id: "archive",
          label: archived_at ? "Restore" : "Archive",
          startsGroup: true,
          onAction: () => archive(id, full_name, !archived_at),
        },
      ]}
    />
  );
}
