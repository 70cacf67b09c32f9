import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { formatDates } from "../../../lib/dates/calendar-date";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { buttonClass } from "../../../ui/buttons/button-class";
import { Icon } from "../../../ui/icons/icon";
import { PageHeader } from "../../../ui/layout/page-header";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { useDialog } from "../../url/use-dialog";
import { postingOcisQuery, postingQuery } from "./api";
import { Applicants } from "./applicants";
import { applicationsQuery } from "./applications-api";
import { PostingForm } from "./posting-form";

export async function loader({ params: { postingId = "" } }: LoaderFunctionArgs) {
  await Promise.all([
    queryClient.ensureQueryData(postingQuery(postingId)),
    queryClient.ensureQueryData(postingOcisQuery(postingId)),
    queryClient.ensureQueryData(applicationsQuery(postingId)),
  ]);
  return null;
}

export function Component() {
  const { postingId = "" } = useParams();
  const { isAdmin } = useMe();
  const { dialog, openDialog, closeDialog } = useDialog("posting");
  const [{ data: posting }, { data: ocis }] = useSuspenseQueries({
    queries: [postingQuery(postingId), postingOcisQuery(postingId)],
  });
  return (
    <>
      <PageHeader
        title={posting.title}
        above="Job posting"
        meta={
          <p>
            <Link className="link" to={paths.employer(posting.employer.id)}>
              {posting.employer.name}
            </Link>
            {posting.location && ` · ${posting.location}`}
          </p>
        }
        actions={
          <>
            {posting.url && (
              <a href={posting.url} target="_blank" rel="noreferrer" className={buttonClass()}>
                <Icon name="external" />
                Open the full posting
              </a>
            )}
            {isAdmin && (
              <Button icon="pencil" onClick={() => openDialog("edit")}>
                Edit
              </Button>
            )}
          </>
        }
      />
      <div className="flex max-w-2xl flex-col gap-8 px-4 sm:px-6">
        <p className="whitespace-pre-line text-pretty wrap-anywhere">
          {posting.description || <span className="text-muted">No description yet.</span>}
        </p>
        <Applicants postingId={posting.id} />
        <section aria-labelledby="ocis">
          <h2 id="ocis" className="mb-2 font-medium">
            OCIs
          </h2>
          {ocis.length === 0 && <p className="text-muted">No OCIs use this posting.</p>}
          <ul className="divide-y divide-line border-line border-y empty:hidden">
            {ocis.map((oci) => (
              <li key={oci.id}>
                <Link
                  to={paths.oci(oci.id)}
                  className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 hover:bg-hover touch:min-h-11"
                >
                  <span className="font-medium">
                    {[oci.season, oci.name].filter(Boolean).join(" · ")}
                  </span>
                  <span className="text-muted">
                    {oci.first_date && oci.last_date
                      ? formatDates(oci.first_date, oci.last_date)
                      : "No schedule yet"}
                    {oci.archived_at && " · archived"}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {isAdmin && dialog === "edit" && <PostingForm posting={posting} onClose={closeDialog} />}
    </>
  );
}
