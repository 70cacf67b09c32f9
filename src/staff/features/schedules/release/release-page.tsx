import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, type LoaderFunctionArgs } from "react-router";
import { explainError } from "../../../../lib/errors/explain-error";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { buttonClass } from "../../../../ui/buttons/button-class";
import { Banner } from "../../../../ui/feedback/banner";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { useRequestId } from "../../../../ui/hooks/use-request-id";
import { PageHeader } from "../../../../ui/layout/page-header";
import { queryClient } from "../../../app/query-client";
import { NothingSelected } from "../../../lists/nothing-selected";
import { readRequest, toSearch } from "../../../url/search-params";
import { useSearch } from "../../../url/use-search";
import { bulkSearch } from "../../ocis/shared/bulk-search";
import { releaseRecipientsQuery, useReleaseAndNotify } from "../api";
import { selectedSchedulesQuery } from "../selection-api";
import { AlsoNotify, notifyingText } from "./also-notify";
import { releaseGaps } from "./release-gaps";
import { ReleasePlan } from "./release-plan";

export async function loader({ request }: LoaderFunctionArgs) {
  await queryClient.ensureQueryData(selectedSchedulesQuery(readRequest(bulkSearch, request)));
  return null;
}

export function Component() {
  const { values } = useSearch(bulkSearch);
  const { data: schedules } = useSuspenseQuery(selectedSchedulesQuery(values));
  const [leavesOut, setLeavesOut] = useState(false);
  const [alsoNotify, setAlsoNotify] = useState(true);
  const [requestId, renewRequestId] = useRequestId();
  const release = useReleaseAndNotify();
  const open = schedules.filter(
    (one) => !one.canceled_at && (!one.released_at || one.changed_since_release),
  );
  const incomplete = open.filter((one) => releaseGaps(one).length > 0);
  const chosen = leavesOut ? open.filter((one) => !incomplete.includes(one)) : open;

  const chosenIds = chosen.map(({ id }) => id);
  const preview = useQuery({ ...releaseRecipientsQuery(chosenIds), enabled: chosenIds.length > 0 });
  const recipientCount = preview.data?.length ?? 0;

  if (schedules.length === 0) return <NothingSelected title="Release" />;
  return (
    <>
      <PageHeader
        title="Release"
        above={
          <Link to={paths.ocis()} className="hover:text-ink hover:underline">
            OCI Management
          </Link>
        }
        meta={
          <span>
            A released schedule is final. Its interviewers can see it, and each student can see
            their own interview. This does not email the interviewers.
          </span>
        }
        actions={
          chosen.length > 0 ? (
            <Button
              variant="primary"
              isPending={release.isPending || preview.isLoading}
              onClick={() =>
                release.mutate(
                  {
                    scheduleIds: chosenIds,
                    notifyRequestId: alsoNotify && recipientCount > 0 ? requestId : undefined,
                  },
                  { onSuccess: renewRequestId },
                )
              }
            >
              {chosen.length === 1 ? "Release 1 schedule" : `Release ${chosen.length} schedules`}
            </Button>
          ) : (
            <Link
              to={paths.sendLinks(toSearch(bulkSearch, values))}
              className={buttonClass("primary")}
            >
              Send Interview Link
            </Link>
          )
        }
      />
      <div className="flex flex-col gap-3 px-4 pb-3 empty:hidden sm:px-6">
        {release.isError && <Banner tone="danger">{explainError(release.error)}</Banner>}
        {release.data && (
          <Banner tone="success">
            {release.data.changed === 1
              ? "1 schedule is released."
              : `${release.data.changed} schedules are released.`}
            {release.data.notified && (
              <>
                {" "}
                <Link className="link" to={paths.batch(release.data.notified.batchId)}>
                  {notifyingText(release.data.notified.queued)}
                </Link>
              </>
            )}
          </Banner>
        )}
        {chosen.length > 0 && recipientCount > 0 && (
          <Checkbox isSelected={alsoNotify} onChange={setAlsoNotify}>
            <AlsoNotify count={recipientCount} />
          </Checkbox>
        )}
        {incomplete.length > 0 && incomplete.length < open.length && (
          <Checkbox
            isSelected={leavesOut}
            onChange={(isOn) => {
              setLeavesOut(isOn);
              renewRequestId();
            }}
          >
            Leave out the {incomplete.length} that {incomplete.length === 1 ? "is" : "are"}{" "}
            incomplete
          </Checkbox>
        )}
      </div>
      <ReleasePlan schedules={schedules} open={open} incomplete={incomplete} />
    </>
  );
}
