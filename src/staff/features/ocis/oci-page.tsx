import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { buttonClass } from "../../../ui/buttons/button-class";
import { Icon } from "../../../ui/icons/icon";
import { PageHeader } from "../../../ui/layout/page-header";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { useDialog } from "../../url/use-dialog";
import { LatestActivity } from "../activity/shared/latest-activity";
import { AutoAssignDialog } from "../assignments/shared/auto-assign-dialog";
import { ociNoticesQuery } from "../links/notices-api";
import { NoticesBanner } from "../links/shared/notices-banner";
import { NoticesDialog } from "../links/shared/notices-dialog";
import { type OciSchedule, ociSchedulesQuery } from "../schedules/api";
import { isOver } from "../schedules/shared/is-over";
import { ociQuery } from "./api";
import { OciForm } from "./oci-form";
import { OciSchedules } from "./oci-schedules";

const queriesFor = (id: string) =>
  [ociQuery(id), ociSchedulesQuery(id), ociNoticesQuery(id)] as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const [oci, schedules, notices] = queriesFor(params.ociId ?? "");
  await Promise.all([
    queryClient.ensureQueryData(oci),
    queryClient.ensureQueryData(schedules),
    queryClient.ensureQueryData(notices),
  ]);
  return null;
}

export function Component() {
  const { ociId = "" } = useParams();
  const { isAdmin } = useMe();
  const { dialog, openDialog, closeDialog } = useDialog("oci");
  const [{ data: oci }, { data: schedules }, { data: notices }] = useSuspenseQueries({
    queries: queriesFor(ociId),
  });
  const toFill = schedules.filter((day) => !day.canceled_at && !isOver(day) && openIn(day) > 0);

  return (
    <>
      <PageHeader
        title={[oci.employer, oci.position].filter(Boolean).join(" · ")}
        above={
          <Link to={paths.ocis()} className="hover:text-ink hover:underline">
            OCI Management
          </Link>
        }
        meta={
          <>
            <span>{oci.season}</span>
            {oci.name && <span>{oci.name}</span>}
            <span>
              {oci.schedules} {oci.schedules === 1 ? "schedule" : "schedules"}
            </span>
          </>
        }
        actions={
          isAdmin && (
            <>
              <Button onClick={() => openDialog("edit")}>Edit OCI</Button>
              {toFill.length > 0 && (
                <Button onClick={() => openDialog("auto-assign")}>Auto-assign</Button>
              )}
              <Link to="schedules/new" className={buttonClass("primary")}>
                <Icon name="plus" />
                New schedule
              </Link>
            </>
          )
        }
      />
      <NoticesBanner notices={notices} onNotify={() => openDialog("notices")} />
      <OciSchedules ociId={ociId} schedules={schedules} />
      <LatestActivity of={{ oci: ociId }} />
      {isAdmin && dialog === "auto-assign" && (
        <AutoAssignDialog
          scheduleIds={toFill.map(({ id }) => id)}
          openSlots={toFill.reduce((sum, day) => sum + openIn(day), 0)}
          onClose={closeDialog}
        />
      )}
      {isAdmin && dialog === "notices" && (
        <NoticesDialog
          scheduleIds={notices.map(({ schedule_id }) => schedule_id)}
          onClose={closeDialog}
        />
      )}
      {isAdmin && dialog === "edit" && <OciForm oci={oci} onClose={closeDialog} />}
    </>
  );
}

const openIn = (day: OciSchedule) => day.interview_count - day.assigned_count;
