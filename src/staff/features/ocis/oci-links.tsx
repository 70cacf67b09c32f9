import { useQuery } from "@tanstack/react-query";
import { formatDate } from "../../../lib/dates/calendar-date";
import { Spinner } from "../../../ui/feedback/spinner";
import { Status } from "../../../ui/feedback/status";
import { Popover } from "../../../ui/overlays/popover";
import { useMe } from "../../app/require-staff";
import { ReadinessList } from "../links/shared/readiness-list";
import { ociSchedulesQuery, readinessQuery } from "../schedules/api";
import type { OciRow } from "./api";

/** How far sending an OCI’s interviewers their Interview Link or Schedule is. */
export function OciLinks({ oci }: { oci: OciRow }) {
  const sent = oci.sent ?? 0;
  const all = sent + (oci.to_send ?? 0);
  if (oci.needs_attention) {
    return (
      <Status tone="danger" mark="triangle">
        {oci.needs_attention} {oci.needs_attention === 1 ? "email problem" : "email problems"}
      </Status>
    );
  }
  if (all > 0 && sent === all) {
    return (
      <Status tone="success">
        Sent {sent}/{all}
      </Status>
    );
  }
  if (!oci.schedules) return null;
  if (oci.ready) {
    return (
      <Status mark="ring">
        Sent {sent}/{all}
      </Status>
    );
  }
  return (
    <Status mark="dash">
      Not ready:{" "}
      <Popover trigger="why?" label={`Why ${oci.employer} is not ready`}>
        <WhyNotReady ociId={oci.id} />
      </Popover>
    </Status>
  );
}

function WhyNotReady({ ociId }: { ociId: string }) {
  const { isAdmin } = useMe();
  const schedules = useQuery(ociSchedulesQuery(ociId)).data?.filter((one) => !one.canceled_at);
  const ids = schedules?.map(({ id }) => id) ?? [];
  const readiness = useQuery({ ...readinessQuery(ids), enabled: ids.length > 0 });
  if (!schedules || (ids.length > 0 && !readiness.data)) return <Spinner label="Looking…" />;

  return (
    <div className="flex max-h-80 flex-col gap-3 overflow-auto text-sm text-ink">
      {schedules.map((schedule) => (
        <section key={schedule.id}>
          <h2 className="font-medium">{formatDate(schedule.on_date)}</h2>
          <ReadinessList
            unmet={(readiness.data ?? [])
              .filter(({ schedule_id, met }) => schedule_id === schedule.id && !met)
              .map(({ criterion }) => criterion)}
            fixIn={isAdmin ? schedule.id : undefined}
          />
        </section>
      ))}
    </div>
  );
}
