import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { Link, type LoaderFunctionArgs, Outlet, useParams, useSearchParams } from "react-router";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { cx } from "../../../../ui/cx";
import { useNow } from "../../../../ui/hooks/use-clock";
import { PageHeader } from "../../../../ui/layout/page-header";
import { Pagination } from "../../../../ui/lists/pagination";
import { Table } from "../../../../ui/lists/table";
import { queryClient } from "../../../app/query-client";
import { useMe } from "../../../app/require-staff";
import { ExportButton } from "../../../lists/export-button";
import { readRequest, toSearch } from "../../../url/search-params";
import { useDialog } from "../../../url/use-dialog";
import { useSearch } from "../../../url/use-search";
import { emailProblemsQuery } from "../api";
import { PauseDialog } from "../sending/pause-dialog";
import { pauseQuery } from "../sending/sending-api";
import { emailFilters } from "../shared/email-filters";
import { EmailChart } from "./email-chart";
import { emailColumns } from "./email-columns";
import { EmailEmpty } from "./email-empty";
import { EmailFilterBar } from "./email-filter-bar";
import { emailsCsv } from "./export-api";
import { emailListQuery, pageSize } from "./list-api";
import { useFollowEmails } from "./use-follow-emails";

export function loader({ request }: LoaderFunctionArgs) {
  return queryClient.ensureQueryData(emailListQuery(readRequest(emailFilters, request)));
}

/** The list takes the whole width until an email is open beside it, or, on phones, instead of it. */
export function Component() {
  const { emailId } = useParams();
  const side = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (emailId)
      side.current?.querySelector("[data-current]")?.scrollIntoView({ block: "nearest" });
  }, [emailId]);

  return (
    <div className="@container">
      <div className={cx(emailId && splitClass)}>
        <div ref={side} className={cx(emailId && sideClass)}>
          <EmailList openId={emailId} />
        </div>
        <Outlet />
      </div>
    </div>
  );
}

const splitClass = "@5xl:-mb-16 @5xl:grid @5xl:grid-cols-[minmax(340px,26rem)_minmax(648px,1fr)]";
const sideClass =
  "hidden border-line @5xl:sticky @5xl:top-0 @5xl:block @5xl:h-dvh @5xl:overflow-y-auto @5xl:border-r";

function EmailList({ openId }: { openId?: string }) {
  const now = useNow();
  const columns = useMemo(() => emailColumns(now), [now]);
  const { values: filters, set, clear } = useSearch(emailFilters);
  const [search] = useSearchParams();
  const { rows, total } = useSuspenseQuery(emailListQuery(filters)).data;
  const { isAdmin } = useMe();
  const { data: pause } = useQuery(pauseQuery);
  useFollowEmails();
  const { dialog, openDialog, closeDialog } = useDialog("emails");
  return (
    <>
      {isAdmin && dialog === "pause" && <PauseDialog onClose={closeDialog} />}
      {openId ? (
        <p className="px-4 pt-5 pb-4 font-semibold text-lg">
          <Link to={paths.emails(search)}>Email Activity</Link>
        </p>
      ) : (
        <PageHeader
          title="Email Activity"
          meta={(rows.length > 0 || filters.page === 1) && <Counts total={total} />}
          actions={
            <>
              <ExportButton name="emails" load={() => emailsCsv(filters)} />
              {isAdmin && pause === null && (
                <Button onClick={() => openDialog("pause")}>Pause sending</Button>
              )}
            </>
          }
        />
      )}
      <EmailFilterBar />
      {!openId && total > 0 && <EmailChart filters={filters} />}
      <Table
        label="Emails, newest first"
        columns={columns}
        rows={rows}
        rowHref={({ id }) => paths.email(id, search)}
        rowText={(email) => `${email.to_name}, ${email.subject}`}
        currentId={openId}
        empty={<EmailEmpty page={filters.page} onClear={clear} />}
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={total}
        onPage={(page) => set({ page })}
      />
    </>
  );
}

function Counts({ total }: { total: number }) {
  const { data: problems = 0 } = useQuery(emailProblemsQuery);
  return (
    <p>
      {total.toLocaleString()} {total === 1 ? "email" : "emails"}
      {problems > 0 && (
        <>
          {" · "}
          <Link
            to={paths.emails(toSearch(emailFilters, { status: "problems", dates: "month" }))}
            className="hover:text-ink hover:underline"
          >
            {problems.toLocaleString()} {problems === 1 ? "needs" : "need"} attention
          </Link>
        </>
      )}
    </p>
  );
}
