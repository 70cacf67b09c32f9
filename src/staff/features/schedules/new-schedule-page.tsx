import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { paths } from "../../../paths";
import { PageHeader } from "../../../ui/layout/page-header";
import { queryClient } from "../../app/query-client";
import { useDialog } from "../../url/use-dialog";
import { ociQuery } from "../ocis/api";
import { settingsQuery } from "../settings/api";
import { ScheduleForm } from "./form/schedule-form";
import { newSchedule } from "./form/schedule-values";
import { TemplatesDialog } from "./templates/templates-dialog";

const queriesFor = (ociId: string) => [ociQuery(ociId), settingsQuery] as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const [oci, settings] = queriesFor(params.ociId ?? "");
  await Promise.all([queryClient.ensureQueryData(oci), queryClient.ensureQueryData(settings)]);
  return null;
}

export function Component() {
  const { ociId = "" } = useParams();
  const { dialog, closeDialog } = useDialog("newSchedule");
  const [{ data: oci }, { data: settings }] = useSuspenseQueries({ queries: queriesFor(ociId) });
  const backTo = paths.oci(ociId);
  return (
    <>
      <PageHeader
        title="New schedule"
        above={
          <Link to={backTo} className="hover:text-ink hover:underline">
            {[oci.employer, oci.position].filter(Boolean).join(" · ")}
          </Link>
        }
      />
      <ScheduleForm initial={newSchedule(ociId, settings.time_zone)} backTo={backTo} />
      {dialog === "templates" && <TemplatesDialog onClose={closeDialog} />}
    </>
  );
}
