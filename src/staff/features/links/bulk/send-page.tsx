import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, type LoaderFunctionArgs, useNavigate } from "react-router";
import { explainError } from "../../../../lib/errors/explain-error";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { useRequestId } from "../../../../ui/hooks/use-request-id";
import { PageHeader } from "../../../../ui/layout/page-header";
import { queryClient } from "../../../app/query-client";
import { NothingSelected } from "../../../lists/nothing-selected";
import { readRequest } from "../../../url/search-params";
import { useSearch } from "../../../url/use-search";
import { bulkSearch } from "../../ocis/shared/bulk-search";
import { selectedSchedulesQuery } from "../../schedules/selection-api";
import { useSendInterviewLinks } from "../api";
import { sendPlanQuery } from "../preview-api";
import { groupByPerson, hasRecipient } from "./group-by-person";
import { SendPlan } from "./send-plan";

const idsOf = (schedules: { id: string }[]) => schedules.map(({ id }) => id);

export async function loader({ request }: LoaderFunctionArgs) {
  const search = readRequest(bulkSearch, request);
  const schedules = await queryClient.ensureQueryData(selectedSchedulesQuery(search));
  await queryClient.ensureQueryData(sendPlanQuery(idsOf(schedules)));
  return null;
}

const title = "Send Interview Link or Schedule";

export function Component() {
  const navigate = useNavigate();
  const { values } = useSearch(bulkSearch);
  const { data: schedules } = useSuspenseQuery(selectedSchedulesQuery(values));
  const { data: plan } = useSuspenseQuery(sendPlanQuery(idsOf(schedules)));
  const [isAgain, setAgain] = useState(false);
  const [requestId, renewRequestId] = useRequestId();
  const send = useSendInterviewLinks();
  const people = groupByPerson(
    plan.filter(({ outcome }) => outcome === "send" || (isAgain && outcome === "unchanged")),
  );
  // What is read again after the press shows everyone as sent: the page is about to be left.
  const isSent = send.isPending || send.isSuccess;

  if (schedules.length === 0) return <NothingSelected title={title} />;
  return (
    <>
      <PageHeader
        title={title}
        above={
          <Link to={paths.ocis()} className="hover:text-ink hover:underline">
            OCI Management
          </Link>
        }
        meta={
          <span>
            {schedules.length === 1 ? "1 schedule" : `${schedules.length} schedules`} chosen. Each
            person gets one personal email with their own link, the times, where to go and a
            calendar file.
          </span>
        }
        actions={
          (people.length > 0 || isSent) && (
            <Button
              variant="primary"
              icon="send"
              isPending={isSent}
              onClick={() =>
                send.mutate(
                  {
                    requestId,
                    scheduleIds: idsOf(schedules),
                    interviewerIds: groupByPerson(plan.filter(hasRecipient)).map(({ id }) => id),
                    bulk: true,
                    includeUnchanged: isAgain,
                  },
                  {
                    onSuccess: ({ batchId }) => navigate(paths.batch(batchId), { replace: true }),
                  },
                )
              }
            >
              {people.length === 1 ? "Send to 1 person" : `Send to ${people.length} people`}
            </Button>
          )
        }
      />
      {send.isError && (
        <Banner tone="danger" className="mx-4 mb-4 sm:mx-6">
          {explainError(send.error)}
        </Banner>
      )}
      <SendPlan
        schedules={schedules}
        plan={plan}
        people={people}
        isAgain={isAgain}
        onAgain={(isOn) => {
          setAgain(isOn);
          renewRequestId();
        }}
      />
    </>
  );
}
