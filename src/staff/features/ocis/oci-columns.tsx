import { formatDates } from "../../../lib/dates/calendar-date";
import type { Enums } from "../../../lib/supabase/database.types";
import { formatLabels, videoLabels } from "../../../shared/labels";
import { Status } from "../../../ui/feedback/status";
import type { TableColumn } from "../../../ui/lists/table";
import type { OciRow } from "./api";
import { OciLinks } from "./oci-links";

export const ociColumns: TableColumn<OciRow>[] = [
  {
    id: "employer",
    label: "Employer · position",
    isRowHeader: true,
    canSort: true,
    className: "narrow:col-span-2 w-2/5 narrow:w-auto",
    cell: (oci) => (
      <>
        <span className="block truncate font-medium">
          {oci.employer}
          {oci.name && <span className="font-normal text-muted"> · {oci.name}</span>}
        </span>
        <span className="block truncate text-muted">
          {[oci.position ?? "No position", locationsOf(oci)].filter(Boolean).join(" · ")}
        </span>
      </>
    ),
  },
  {
    id: "season",
    label: "Season",
    className: "w-28 max-nav:hidden text-muted",
    cell: (oci) => oci.season,
  },
  {
    id: "dates",
    label: "Dates",
    canSort: true,
    className: "w-36 narrow:w-auto",
    cell: (oci) => (
      <>
        <span className="block narrow:inline">
          {oci.first_date && oci.last_date ? (
            formatDates(oci.first_date, oci.last_date)
          ) : (
            <span className="text-muted">No schedule yet</span>
          )}
        </span>
        <ReleaseState oci={oci} />
      </>
    ),
  },
  {
    id: "interviewers",
    label: "Interviewers",
    canSort: true,
    className: "w-40 narrow:w-auto narrow:order-last",
    cell: (oci) => (
      <>
        <Interviewers oci={oci} />
        <span className="block text-muted">
          <OciLinks oci={oci} />
        </span>
      </>
    ),
  },
  {
    id: "students",
    label: "Students",
    canSort: true,
    className: "w-24 tabular-nums narrow:w-auto narrow:text-right",
    cell: (oci) =>
      oci.interviews ? (
        <>
          {oci.assigned} of {oci.interviews}
          <span className="hidden narrow:inline"> students</span>
        </>
      ) : (
        <span className="text-muted">–</span>
      ),
  },
];

function locationsOf(oci: OciRow): string {
  const videos = (oci.videos ?? []).map((video) => videoLabels[video as Enums<"schedule_video">]);
  const isVirtual = oci.formats?.includes("virtual") && videos.length === 0;
  return [...videos, ...(isVirtual ? [formatLabels.virtual] : []), ...(oci.locations ?? [])].join(
    ", ",
  );
}

function ReleaseState({ oci }: { oci: OciRow }) {
  if (!oci.schedules) return null;
  if (oci.changed_since_release) {
    return (
      <Status tone="warning" mark="triangle" className="narrow:ml-3">
        Changed
      </Status>
    );
  }
  if (oci.not_released === 0) {
    return (
      <Status tone="success" className="text-muted narrow:ml-3">
        Released
      </Status>
    );
  }
  return (
    <Status mark="ring" className="text-muted narrow:ml-3">
      {oci.released ? `${oci.released} of ${oci.schedules} released` : "Not released"}
    </Status>
  );
}

function Interviewers({ oci }: { oci: OciRow }) {
  if (!oci.schedules) return <span className="text-muted">–</span>;
  if (!oci.without_interviewers)
    return <span className="tabular-nums narrow:hidden">{oci.interviewers}</span>;
  return (
    <Status tone="warning" mark="triangle">
      {oci.interviewers ? `none on ${oci.without_interviewers} of ${oci.schedules} days` : "none"}
    </Status>
  );
}
