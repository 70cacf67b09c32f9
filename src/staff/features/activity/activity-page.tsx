import { useSuspenseQueries } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { Button } from "../../../ui/buttons/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { PageHeader } from "../../../ui/layout/page-header";
import { Pagination } from "../../../ui/lists/pagination";
import { queryClient } from "../../app/query-client";
import { readRequest } from "../../url/search-params";
import { useSearch } from "../../url/use-search";
import { staffQuery } from "../settings/api";
import { ActivityFilterBar } from "./activity-filter-bar";
import { ActivityLines } from "./activity-lines";
import { activityListQuery, pageSize } from "./api";
import { type ActivityFilters, activityFilters } from "./filters";

const queriesFor = (filters: ActivityFilters) => [activityListQuery(filters), staffQuery] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const [list, staff] = queriesFor(readRequest(activityFilters, request));
  await Promise.all([queryClient.ensureQueryData(list), queryClient.ensureQueryData(staff)]);
  return null;
}

export function Component() {
  const { values: filters, set, clear } = useSearch(activityFilters);
  const [list, staff] = useSuspenseQueries({ queries: queriesFor(filters) });
  const { rows, total } = list.data;

  return (
    <>
      <PageHeader
        title="Activity"
        meta={
          <span>
            {total.toLocaleString()} {total === 1 ? "entry" : "entries"}, newest first
          </span>
        }
      />
      <ActivityFilterBar staff={staff.data} />
      {rows.length > 0 ? (
        <ActivityLines rows={rows} withContext />
      ) : (
        <EmptyState
          title={clear ? "Nothing matches" : "No activity yet"}
          action={clear && <Button onClick={clear}>Clear search and filters</Button>}
        >
          Every change made by the office’s staff is recorded here.
        </EmptyState>
      )}
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={total}
        onPage={(page) => set({ page })}
      />
    </>
  );
}
