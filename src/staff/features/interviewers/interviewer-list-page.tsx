import { useSuspenseQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { PageHeader } from "../../../ui/layout/page-header";
import { Pagination } from "../../../ui/lists/pagination";
import { Table } from "../../../ui/lists/table";
import { queryClient } from "../../app/query-client";
import { DirectoryFilterBar } from "../../lists/directory-filter-bar";
import { DirectoryMeta } from "../../lists/directory-meta";
import { ExportButton } from "../../lists/export-button";
import { readRequest } from "../../url/search-params";
import { useSearch } from "../../url/use-search";
import { interviewerListQuery, interviewersCsv, pageSize } from "./api";
import { interviewerFilters } from "./filters";
import { interviewerColumns } from "./interviewer-columns";

export function loader({ request }: LoaderFunctionArgs) {
  return queryClient.ensureQueryData(
    interviewerListQuery(readRequest(interviewerFilters, request)),
  );
}

export function Component() {
  const { values: filters, set, clear } = useSearch(interviewerFilters);
  const { rows, total } = useSuspenseQuery(interviewerListQuery(filters)).data;

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
      <DirectoryFilterBar label="Search name, email" onClear={clear} />
      <Table
        label="Interviewers"
        columns={interviewerColumns}
        rows={rows}
        rowHref={({ employer_id }) => paths.employer(employer_id)}
        rowText={({ full_name, employer }) => `${full_name}, ${employer}`}
        sort={filters.sort}
        onSort={(sort) => set({ sort })}
        empty={
          <EmptyState
            title={clear ? "No interviewer matches" : "No interviewers yet"}
            action={clear && <Button onClick={clear}>Clear search and filters</Button>}
          >
            Interviewers are added on their employer’s page, or imported from a file.
          </EmptyState>
        }
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
