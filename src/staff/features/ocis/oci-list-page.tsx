import { useSuspenseQueries } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { useSearchParams } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { PageHeader } from "../../../ui/layout/page-header";
import { Pagination } from "../../../ui/lists/pagination";
import { Table } from "../../../ui/lists/table";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { ExportButton } from "../../lists/export-button";
import { useSearchState } from "../../lists/use-search-state";
import { useSelection } from "../../lists/use-selection";
import { ociCountsQuery, ociListQuery, pageSize, seasonsQuery } from "./api";
import { ocisCsv } from "./export-api";
import { listNameOf, readOciFilters } from "./filters";
import { ociColumns } from "./oci-columns";
import { OciCounts } from "./oci-counts";
import { OciEmpty } from "./oci-empty";
import { OciFilterBar } from "./oci-filter-bar";
import { OciForm } from "./oci-form";
import { OciSelectionBar } from "./oci-selection-bar";

const queriesFor = (params: URLSearchParams) => {
  const filters = readOciFilters(params);
  return [ociListQuery(filters), ociCountsQuery(filters), seasonsQuery] as const;
};

export async function loader({ request }: LoaderFunctionArgs) {
  const [list, counts, seasons] = queriesFor(new URL(request.url).searchParams);
  await Promise.all([
    queryClient.ensureQueryData(list),
    queryClient.ensureQueryData(counts),
    queryClient.ensureQueryData(seasons),
  ]);
  return null;
}

export function Component() {
  const { isAdmin } = useMe();
  const state = useSearchState();
  const [params] = useSearchParams();
  const filters = readOciFilters(params);
  const [list, counts, seasons] = useSuspenseQueries({ queries: queriesFor(params) });
  const { rows, total } = list.data;
  const selection = useSelection(
    listNameOf(filters),
    rows.map(({ id }) => id),
  );

  return (
    <>
      <PageHeader
        title="OCI Management"
        meta={<OciCounts counts={counts.data} filters={filters} />}
        actions={
          <>
            <ExportButton name="ocis" load={() => ocisCsv(filters)} />
            {isAdmin && (
              <Button variant="primary" icon="plus" onClick={() => state.openDialog("new")}>
                New OCI
              </Button>
            )}
          </>
        }
      />
      <OciFilterBar filters={filters} seasons={seasons.data} />
      <Table
        label="OCIs"
        columns={ociColumns}
        rows={rows}
        rowHref={(oci) => paths.oci(oci.id)}
        rowText={(oci) => `${oci.employer}, ${oci.position ?? ""}`}
        sort={filters.sort}
        onSort={({ column, direction }) =>
          state.filter({ sort: `${direction === "descending" ? "-" : ""}${column}` })
        }
        selected={selection.selected}
        onSelect={isAdmin ? selection.select : undefined}
        empty={<OciEmpty filters={filters} />}
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={total}
        onPage={(page) => state.filter({ page: String(page) })}
      />
      {isAdmin && <OciSelectionBar selection={selection} total={total} />}
      {isAdmin && state.dialog === "new" && <OciForm onClose={state.closeDialog} />}
    </>
  );
}
