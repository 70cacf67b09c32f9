import { useSuspenseQueries } from "@tanstack/react-query";
import { type LoaderFunctionArgs, useNavigate } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { PageHeader } from "../../../ui/layout/page-header";
import { FilterMenu } from "../../../ui/lists/filter-menu";
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
import { pageSize, studentListQuery, studentProgramsQuery, studentsCsv } from "./api";
import { studentFilters } from "./filters";
import { studentColumns } from "./student-columns";
import { StudentDialog } from "./student-dialog";
import { StudentEmpty } from "./student-empty";

export async function loader({ request }: LoaderFunctionArgs) {
  const filters = readRequest(studentFilters, request);
  await Promise.all([
    queryClient.ensureQueryData(studentListQuery(filters)),
    queryClient.ensureQueryData(studentProgramsQuery),
  ]);
  return null;
}

const optionsOf = (values: string[]) => values.map((id) => ({ id, label: id }));

export function Component() {
  const { isAdmin } = useMe();
  const { values: filters, set, bind, clear } = useSearch(studentFilters);
  const { dialog, openDialog, closeDialog } = useDialog("students");
  const navigate = useNavigate();
  const [{ data: list }, { data: known }] = useSuspenseQueries({
    queries: [studentListQuery(filters), studentProgramsQuery],
  });

  return (
    <>
      <PageHeader
        title="Students"
        meta={
          <DirectoryMeta
            total={list.total}
            one="student"
            many="students"
            imports={["students", "assignments"]}
          />
        }
        actions={
          <>
            <ExportButton name="students" load={() => studentsCsv(filters)} />
            {isAdmin && (
              <Button variant="primary" icon="plus" onClick={() => openDialog("new")}>
                New student
              </Button>
            )}
          </>
        }
      />
      <DirectoryFilterBar label="Search name, email" onClear={clear}>
        <FilterMenu
          label="Program"
          anyLabel="Any program"
          options={optionsOf(known.programs)}
          {...bind("program")}
        />
        <FilterMenu
          label="Class year"
          anyLabel="Any class year"
          options={optionsOf(known.years)}
          {...bind("year")}
        />
      </DirectoryFilterBar>
      <Table
        label="Students"
        columns={studentColumns}
        rows={list.rows}
        rowHref={({ id }) => paths.student(id)}
        rowText={({ full_name }) => full_name}
        sort={filters.sort}
        onSort={(sort) => set({ sort })}
        empty={<StudentEmpty onClear={clear} />}
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={list.total}
        onPage={(page) => set({ page })}
      />
      {isAdmin && dialog === "new" && (
        <StudentDialog onSaved={(id) => navigate(paths.student(id))} onClose={closeDialog} />
      )}
    </>
  );
}
