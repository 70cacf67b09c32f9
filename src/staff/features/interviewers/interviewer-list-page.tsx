import { useSuspenseQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { PageHeader } from "../../../ui/layout/page-header";
import { Pagination } from "../../../ui/lists/pagination";
import { Table } from "../../../ui/lists/table";
import { queryClient } from "../../app/query-client";
import { DirectoryFilters } from "../../lists/directory-filters";
import { DirectoryMeta } from "../../lists/directory-meta";
import { ExportButton } from "../../lists/export-button";
import { readListFilters, sortParam } from "../../lists/list-filters";
import { useSearchState } from "../../lists/use-search-state";
import { interviewerListQuery, interviewerSorts, interviewersCsv, pageSize } from "./api";
import { interviewerColumns } from "./interviewer-columns";

export function loader({ request }: LoaderFunctionArgs) {
  const filters = readListFilters(new URL(request.url).searchParams, interviewerSorts);
  return queryClient.ensureQueryData(interviewerListQuery(filters));
}

export function Component() {
  const { params, filter } = useSearchState();
  const filters = readListFilters(params, interviewerSorts);
  const { rows, total } = useSuspenseQuery(interviewerListQuery(filters)).data;
  const isFiltered = Boolean(filters.text || filters.isArchived);
  const clear = () => filter({ q: null, show: null });

  return (
    <>
      <PageHeader
        title="Interviewers"
        meta={
          <DirectoryMeta
            total={total}
            one="interviewer"
            many="interviewers"
            imports={["interviewers"]}
            more={{ to: paths.employers(), label: "All employers" }}
          />
        }
        actions={<ExportButton name="interviewers" load={() => interviewersCsv(filters)} />}
      />
      <DirectoryFilters
        label="Search name, email"
        filters={filters}
        isFiltered={isFiltered}
        onClear={clear}
      />
      <Table
        label="Interviewers"
        columns={interviewerColumns}
        rows={rows}
        rowHref={({ employer_id }) => paths.employer(employer_id)}
        rowText={({ full_name, employer }) => `${full_name}, ${employer}`}
        sort={filters.sort}
        onSort={(sort) => filter({ sort: sortParam(sort) })}
        empty={
          <EmptyState
            title={isFiltered ? "No interviewer matches" : "No interviewers yet"}
            action={isFiltered && <Button onClick={clear}>Clear search and filters</Button>}
          >
            Interviewers are added on their employer’s page, or imported from a file.
          </EmptyState>
        }
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={total}
        onPage={(page) => filter({ page: String(page) })}
      />
    </>
  );
}
