import { useSuspenseQueries } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { useSearchParams } from "react-router";
import { Button } from "../../../components/button";
import { PageHeader } from "../../../components/page-header";
import { Pagination } from "../../../components/pagination";
import { Table } from "../../../components/table";
import { queryClient } from "../../query-client";
import { useMe } from "../../require-staff";
import { useSearchState } from "../../use-search-state";
import { ociCountsQuery, ociListQuery, pageSize, seasonsQuery } from "./api";
import { readOciFilters } from "./filters";
import { ociColumns } from "./oci-columns";
import { OciCounts } from "./oci-counts";
import { OciEmpty } from "./oci-empty";
import { OciFilterBar } from "./oci-filter-bar";
import { OciForm } from "./oci-form";

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

  return (
    <>
      <PageHeader
        title="OCI Management"
        meta={<OciCounts counts={counts.data} filters={filters} />}
        actions={
          isAdmin && (
            <Button variant="primary" icon="plus" onClick={() => state.openDialog("new")}>
              New OCI
            </Button>
          )
        }
      />
      <OciFilterBar filters={filters} seasons={seasons.data} />
      <Table
        label="OCIs"
        columns={ociColumns}
        rows={list.data.rows}
        rowHref={(oci) => `/admin/ocis/${oci.id}`}
        rowText={(oci) => `${oci.employer}, ${oci.position ?? ""}`}
        sort={filters.sort}
        onSort={({ column, direction }) =>
          state.filter({ sort: `${direction === "descending" ? "-" : ""}${column}` })
        }
        empty={<OciEmpty filters={filters} />}
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={list.data.total}
        onPage={(page) => state.filter({ page: String(page) })}
      />
      {isAdmin && state.dialog === "new" && <OciForm onClose={state.closeDialog} />}
    </>
  );
}
