import { useSuspenseQueries } from "@tanstack/react-query";
import { type LoaderFunctionArgs, useSearchParams } from "react-router";
import { Button } from "../../../ui/buttons/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { PageHeader } from "../../../ui/layout/page-header";
import { Pagination } from "../../../ui/lists/pagination";
import { queryClient } from "../../app/query-client";
import { useSearchState } from "../../lists/use-search-state";
import { staffQuery } from "../settings/api";
import { ActivityFilterBar } from "./activity-filter-bar";
import { ActivityLines } from "./activity-lines";
import { activityListQuery, pageSize } from "./api";
import { isFiltered, noFilters, readActivityFilters } from "./filters";

const queriesFor = (params: URLSearchParams) =>
  [activityListQuery(readActivityFilters(params)), staffQuery] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const [list, staff] = queriesFor(new URL(request.url).searchParams);
  await Promise.all([queryClient.ensureQueryData(list), queryClient.ensureQueryData(staff)]);
  return null;
}

export function Component() {
  const state = useSearchState();
  const [params] = useSearchParams();
  const filters = readActivityFilters(params);
  const [list, staff] = useSuspenseQueries({ queries: queriesFor(params) });
  const { rows, total } = list.data;

  return (
    <>
      <PageHeader
        title="Activity"
        meta={
          <span>
            {total.toLocaleString()} {total === 1 ? "act" : "acts"}, the newest first
          </span>
        }
      />
      <ActivityFilterBar filters={filters} staff={staff.data} />
      {rows.length > 0 ? (
        <ActivityLines rows={rows} withContext />
      ) : (
        <EmptyState
          title={isFiltered(filters) ? "Nothing matches" : "Nothing has been done yet"}
          action={
            isFiltered(filters) && (
              <Button onClick={() => state.filter(noFilters)}>Clear search and filters</Button>
            )
          }
        >
          Every change that someone of the office makes is kept here.
        </EmptyState>
      )}
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={total}
        onPage={(page) => state.filter({ page: String(page) })}
      />
    </>
  );
}
