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
import { DirectoryFilters } from "../../lists/directory-filters";
import { DirectoryMeta } from "../../lists/directory-meta";
import { ExportButton } from "../../lists/export-button";
import { sortParam } from "../../lists/list-filters";
import { useSearchState } from "../../lists/use-search-state";
import { pageSize, studentListQuery, studentProgramsQuery, studentsCsv } from "./api";
import { isFiltered, noFilters, readStudentFilters } from "./filters";
import { studentColumns } from "./student-columns";
import { StudentDialog } from "./student-dialog";
import { StudentEmpty } from "./student-empty";

export async function loader({ request }: LoaderFunctionArgs) {
  const filters = readStudentFilters(new URL(request.url).searchParams);
  await Promise.all([
    queryClient.ensureQueryData(studentListQuery(filters)),
    queryClient.ensureQueryData(studentProgramsQuery),
  ]);
  return null;
}

const optionsOf = (values: string[]) => values.map((id) => ({ id, label: id }));

export function Component() {
  const { isAdmin } = useMe();
  const { params, filter, dialog, openDialog, closeDialog } = useSearchState();
  const navigate = useNavigate();
  const filters = readStudentFilters(params);
  const [{ data: list }, { data: known }] = useSuspenseQueries({
    queries: [studentListQuery(filters), studentProgramsQuery],
  });
  const clear = () => filter(noFilters);

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
      <DirectoryFilters
        label="Search name, email"
        filters={filters}
        isFiltered={isFiltered(filters)}
        onClear={clear}
      >
        <FilterMenu
          label="Program"
          anyLabel="Any program"
          options={optionsOf(known.programs)}
          value={filters.program}
          onChange={(program) => filter({ program })}
        />
        <FilterMenu
          label="Class year"
          anyLabel="Any class year"
          options={optionsOf(known.years)}
          value={filters.year}
          onChange={(year) => filter({ year })}
        />
      </DirectoryFilters>
      <Table
        label="Students"
        columns={studentColumns}
        rows={list.rows}
        rowHref={({ id }) => paths.student(id)}
        rowText={({ full_name }) => full_name}
        sort={filters.sort}
        onSort={(sort) => filter({ sort: sortParam(sort) })}
        empty={<StudentEmpty isFiltered={isFiltered(filters)} onClear={clear} />}
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={list.total}
        onPage={(page) => filter({ page: String(page) })}
      />
      {isAdmin && dialog === "new" && (
        <StudentDialog onSaved={(id) => navigate(paths.student(id))} onClose={closeDialog} />
      )}
    </>
  );
}
