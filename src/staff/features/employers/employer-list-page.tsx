import { useSuspenseQuery } from "@tanstack/react-query";
import { type LoaderFunctionArgs, useNavigate } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { PageHeader } from "../../../ui/layout/page-header";
import { Pagination } from "../../../ui/lists/pagination";
import { Table } from "../../../ui/lists/table";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { DirectoryFilterBar } from "../../lists/directory-filter-bar";
import { DirectoryMeta } from "../../lists/directory-meta";
import { ExportButton } from "../../lists/export-button";
import { readRequest } from "../../url/search-params";
import { useDialog } from "../../url/use-dialog";
import { useSearch } from "../../url/use-search";
import { employerListQuery, employersCsv, pageSize } from "./api";
import { employerColumns } from "./employer-columns";
import { EmployerDialog } from "./employer-dialog";
import { EmployerEmpty } from "./employer-empty";
import { employerFilters } from "./filters";

export function loader({ request }: LoaderFunctionArgs) {
  return queryClient.ensureQueryData(employerListQuery(readRequest(employerFilters, request)));
}

export function Component() {
  const { isAdmin } = useMe();
  const { values: filters, set, clear } = useSearch(employerFilters);
  const { dialog, openDialog, closeDialog } = useDialog("employers");
  const navigate = useNavigate();
  const { rows, total } = useSuspenseQuery(employerListQuery(filters)).data;

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
              <Button variant="primary" icon="plus" onClick={() => openDialog("new")}>
                New employer
              </Button>
            )}
          </>
        }
      />
      <DirectoryFilterBar label="Search employers" onClear={clear} />
      <Table
        label="Employers"
        columns={employerColumns}
        rows={rows}
        rowHref={({ id }) => paths.employer(id)}
        rowText={({ name }) => name}
        sort={filters.sort}
        onSort={(sort) => set({ sort })}
        empty={<EmployerEmpty onClear={clear} />}
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={total}
        onPage={(page) => set({ page })}
      />
      {isAdmin && dialog === "new" && (
        <EmployerDialog onSaved={(id) => navigate(paths.employer(id))} onClose={closeDialog} />
      )}
    </>
  );
}
