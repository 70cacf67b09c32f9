import { useSuspenseQueries } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { PageHeader } from "../../../ui/layout/page-header";
import { Pagination } from "../../../ui/lists/pagination";
import { Table } from "../../../ui/lists/table";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { ExportButton } from "../../lists/export-button";
import { useSelection } from "../../lists/use-selection";
import { readRequest, toFilters } from "../../url/search-params";
import { useDialog } from "../../url/use-dialog";
import { useSearch } from "../../url/use-search";
import { AllProposals } from "../assignments/shared/all-proposals";
import { AllNotices } from "../links/shared/all-notices";
import { ociCountsQuery, ociListQuery, pageSize, seasonsQuery } from "./api";
import { ocisCsv } from "./export-api";
import { ociColumns } from "./oci-columns";
import { OciCounts } from "./oci-counts";
import { OciEmpty } from "./oci-empty";
import { OciFilterBar } from "./oci-filter-bar";
import { OciForm } from "./oci-form";
import { OciSelectionBar } from "./oci-selection-bar";
import { type OciFilters, ociFilters } from "./shared/oci-filters";

const queriesFor = (filters: OciFilters) =>
  [ociListQuery(filters), ociCountsQuery(filters), seasonsQuery] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const [list, counts, seasons] = queriesFor(readRequest(ociFilters, request));
  await Promise.all([
    queryClient.ensureQueryData(list),
    queryClient.ensureQueryData(counts),
    queryClient.ensureQueryData(seasons),
  ]);
  return null;
}

export function Component() {
  const { isAdmin } = useMe();
  const { values: filters, set, clear } = useSearch(ociFilters);
  const { dialog, openDialog, closeDialog } = useDialog("ocis");
  const [list, counts, seasons] = useSuspenseQueries({ queries: queriesFor(filters) });
  const { rows, total } = list.data;
  const selection = useSelection(
    toFilters(ociFilters, filters).toString(),
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
              <Button variant="primary" icon="plus" onClick={() => openDialog("new")}>
                New OCI
              </Button>
            )}
          </>
        }
      />
      <AllProposals />
      <AllNotices
        isOpen={dialog === "notices"}
        onOpen={() => openDialog("notices")}
        onClose={closeDialog}
      />
      <OciFilterBar seasons={seasons.data} />
      <Table
        label="OCIs"
        columns={ociColumns}
        rows={rows}
        rowHref={(oci) => paths.oci(oci.id)}
        rowText={(oci) => `${oci.employer}, ${oci.position ?? ""}`}
        sort={filters.sort}
        onSort={(sort) => set({ sort })}
        selected={selection.selected}
        onSelect={isAdmin ? selection.select : undefined}
        empty={<OciEmpty onClear={clear} />}
      />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={total}
        onPage={(page) => set({ page })}
      />
      {isAdmin && <OciSelectionBar selection={selection} filters={filters} total={total} />}
      {isAdmin && dialog === "new" && <OciForm onClose={closeDialog} />}
    </>
  );
}
