import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import { explainError } from "../../../../lib/errors/explain-error";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { PageHeader } from "../../../../ui/layout/page-header";
import { Section } from "../../../../ui/layout/section";
import { CollapsibleList } from "../../../../ui/lists/collapsible-list";
import { queryClient } from "../../../app/query-client";
import { useMe } from "../../../app/require-staff";
import { toSearch } from "../../../url/search-params";
import { batchQuery } from "../../emails/api";
import { emailFilters } from "../../emails/shared/email-filters";
import { staffQuery } from "../../settings/api";
import { batchSummaryQuery } from "./batch-api";
import { BatchProgress, BatchRecipient } from "./batch-progress";
import { LeftOut } from "./left-out";
import { useBatch } from "./use-batch";

export async function loader({ params }: LoaderFunctionArgs) {
  const id = params.batchId ?? "";
  await Promise.all([
    queryClient.ensureQueryData(batchSummaryQuery(id)),
    queryClient.ensureQueryData(batchQuery(id)),
    queryClient.ensureQueryData(staffQuery),
  ]);
  return null;
}

/** One press of Send, for whoever comes back to see what became of it. */
export function Component() {
  const { batchId = "" } = useParams();
  const { isAdmin } = useMe();
  const { data: head } = useSuspenseQuery(batchSummaryQuery(batchId));
  const { data: staff } = useSuspenseQuery(staffQuery);
  const sender = staff.find((one) => one.user_id === head.created_by);
  const batch = useBatch(batchId);
  const { emails, failed, error } = batch;
  const others = emails.filter((email) => !failed.includes(email));

  return (
    <>
      <PageHeader
        title="Interview Links sent"
        above={
          <Link
            to={paths.emails(toSearch(emailFilters, { batch: batchId }))}
            className="hover:text-ink hover:underline"
          >
            Email Activity
          </Link>
        }
        meta={
          <span>
            {sender?.full_name ?? "The office"}, {formatTimestamp(head.created_at)}
          </span>
        }
        actions={
          isAdmin &&
          failed.length > 0 && (
            <Button
              variant="primary"
              icon="refresh"
              isPending={batch.isRetrying}
              onClick={batch.retry}
            >
              Retry {failed.length} failed
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-3 px-4 pb-4 sm:px-6">
        <BatchProgress batch={batch} />
        {!batch.isDone && (
          <p className="text-muted text-sm">
            You can leave this page: sending continues, and you can return to this URL to see its
            progress.
          </p>
        )}
        {error && <Banner tone="danger">{explainError(error)}</Banner>}
      </div>
      {failed.length > 0 && (
        <Section title={`Not sent: ${failed.length}`}>
          <CollapsibleList items={failed} noun="failed">
            {(email) => <BatchRecipient email={email} />}
          </CollapsibleList>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={`Recipients: ${others.length}`}>
          <CollapsibleList items={others} noun="recipients">
            {(email) => <BatchRecipient email={email} />}
          </CollapsibleList>
        </Section>
      )}
      <LeftOut summary={head.summary} />
    </>
  );
}
