import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { Banner } from "../../../components/banner";
import { Button } from "../../../components/button";
import { PageHeader } from "../../../components/page-header";
import { ShortList } from "../../../components/short-list";
import { formatMoment } from "../../../lib/days";
import { explainError } from "../../../lib/explain-error";
import { BatchProgress, BatchRecipient } from "../../batch-progress";
import { queryClient } from "../../query-client";
import { useMe } from "../../require-staff";
import { Section } from "../../section";
import { useBatch } from "../../use-batch";
import { batchQuery } from "../emails/api";
import { batchSummaryQuery } from "./api";
import { LeftOut } from "./left-out";

export async function loader({ params }: LoaderFunctionArgs) {
  const id = params.batchId ?? "";
  await Promise.all([
    queryClient.ensureQueryData(batchSummaryQuery(id)),
    queryClient.ensureQueryData(batchQuery(id)),
  ]);
  return null;
}

/** One press of Send, for whoever comes back to see what became of it. */
export function Component() {
  const { batchId = "" } = useParams();
  const { isAdmin } = useMe();
  const { data: summary } = useSuspenseQuery(batchSummaryQuery(batchId));
  const batch = useBatch(batchId);
  const { emails, failed, error } = batch;
  const others = emails.filter((email) => !failed.includes(email));

  return (
    <>
      <PageHeader
        title="Interview Links sent"
        above={
          <Link to={`/admin/emails?batch=${batchId}`} className="hover:text-ink hover:underline">
            Email Activity
          </Link>
        }
        meta={
          <span>
            {summary.by ?? "The office"}, {formatMoment(summary.at)}
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
            You may leave this page: sending goes on, and its address shows how far it is.
          </p>
        )}
        {error && <Banner tone="danger">{explainError(error)}</Banner>}
      </div>
      {failed.length > 0 && (
        <Section title={`Not sent: ${failed.length}`}>
          <ShortList items={failed} noun="failed">
            {(email) => <BatchRecipient email={email} />}
          </ShortList>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={`Recipients: ${others.length}`}>
          <ShortList items={others} noun="recipients">
            {(email) => <BatchRecipient email={email} />}
          </ShortList>
        </Section>
      )}
      <LeftOut summary={summary} />
    </>
  );
}
