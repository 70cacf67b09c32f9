import { useSuspenseQuery } from "@tanstack/react-query";
import { type LoaderFunctionArgs, useNavigate } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { PageHeader } from "../../../ui/layout/page-header";
import { Pagination } from "../../../ui/lists/pagination";
import { Table } from "../../../ui/lists/table";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { DirectoryFilters } from "../../lists/directory-filters";
import { DirectoryMeta } from "../../lists/directory-meta";
import { ExportButton } from "../../lists/export-button";
import { readListFilters, sortParam } from "../../lists/list-filters";
import { useSearchState } from "../../lists/use-search-state";
import { employerListQuery, employerSorts, employersCsv, pageSize } from "./api";
import { employerColumns } from "./employer-columns";
import { EmployerDialog } from "./employer-dialog";
import { EmployerEmpty } from "./employer-empty";

export function loader({ request }: LoaderFunctionArgs) {
  const filters = readListFilters(new URL(request.url).searchParams, employerSorts);
  return queryClient.ensureQueryData(employerListQuery(filters));
}

const noFilters = { q: null, show: null };

export function Component() {
  const { isAdmin } = useMe();
  const state = useSearchState();
  const navigate = useNavigate();
  const filters = readListFilters(state.params, employerSorts);
  const { rows, total } = useSuspenseQuery(employerListQuery(filters)).data;
  const isFiltered = Boolean(filters.text || filters.isArchived);

  return (
    <>
      <PageHeader
        title="Employers"
        meta={
          <DirectoryMeta
            total={total}
            one="employer"
            many="employers"
            imports={["employers", "interviewers"]}
            more={{ to: paths.interviewers(), label: "All interviewers" }}
          />
        }
        actions={
          <>
            <ExportButton name="employers" load={() => employersCsv(filters)} />
            {isAdmin && (
              <Button variant="primary" icon="plus" onClick={() => state.openDialog("new")}>
                New employer
              </Button>
            )}
          </>
        }
      />
      <DirectoryFilters
        label="Search employers"
        filters={filters}
        isFiltered={isFiltered}
        onClear={() => state.filter(noFilters)}
      />
      <Table
        label="Employers"
        columns={employerColumns}
        rows={rows}
        rowHref={({ id }) => paths.employer(id)}
        rowText={({ name }) => name}
        sort={filters.sort}
        onSort={(sort) => state.filter({ sort: sortParam(sort) })}
        empty={<EmployerEmpty isFiltered={isFiltered} onClear={() => state.filter(noFilters)} />}
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={total}
        onPage={(page) => state.filter({ page: String(page) })}
      />
      {isAdmin && state.dialog === "new" && (
        <EmployerDialog
          onSaved={(id) => navigate(paths.employer(id))}
          onClose={state.closeDialog}
        />
      )}
    </>
  );
}
