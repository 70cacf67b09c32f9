import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { addDays, formatISO } from "date-fns";
import { unwrap } from "../../../lib/errors/domain-error";
import type { Tables } from "../../../lib/supabase/database.types";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { fetchPage } from "../../../lib/supabase/fetch-page";
import { supabase } from "../../../lib/supabase/staff-client";
import { asRowsOf } from "../../../lib/supabase/typed-results";
import { readDateRange } from "../../url/date-range";
import type { OciFilters } from "./shared/oci-filters";

export type Oci = Tables<"oci_list">;

/** ready: how many of its schedules meet every criterion of the bulk send. */
export type OciRow = Oci & { ready: number };

/** Rows of so many parts that a page has fewer than 300: it opens and scrolls without a stutter. */
export const pageSize = 10;

const sortedBy: Record<OciFilters["sort"]["column"], string> = {
  employer: "employer",
  dates: "first_date",
  interviewers: "interviewers",
  students: "assigned",
};

const day = (date: Date) => formatISO(date, { representation: "date" });

function listedOcis(text: string) {
  const all = supabase.from("oci_list").select("*", { count: "exact" });
  if (!text) return all;
  const found = supabase.rpc("search_ocis", { p_text: text }, { count: "exact" });
  return asRowsOf(all, found);
}

export function filteredOcis(filters: OciFilters) {
  const today = day(new Date());
  const range = readDateRange(filters.dates);
  let query = listedOcis(filters.q).is("archived_at", null);
  if (!filters.dates) query = query.or(`last_date.gte.${today},last_date.is.null`);
  if (filters.season) query = query.eq("season", filters.season);
  if (filters.dates === "today") query = query.lte("first_date", today).gte("last_date", today);
  if (filters.dates === "week") {
    query = query.lte("first_date", day(addDays(new Date(), 7))).gte("last_date", today);
  }
  if (filters.dates === "past") query = query.lt("last_date", today);
  if (range?.from) query = query.gte("last_date", range.from);
  if (range?.until) query = query.lte("first_date", range.until);
  if (filters.format === "in_person") query = query.contains("formats", ["in_person"]);
  else if (filters.format) query = query.contains("videos", [filters.format]);
  if (filters.release === "released") query = query.gt("released", 0).eq("not_released", 0);
  if (filters.release === "not") query = query.gt("not_released", 0);
  if (filters.release === "changed") query = query.gt("changed_since_release", 0);
  if (filters.links === "to-send") query = query.gt("to_send", 0);
  if (filters.links === "sent") query = query.gt("sent", 0).eq("to_send", 0);
  if (filters.links === "problems") query = query.gt("needs_attention", 0);
  if (filters.need === "interviewers") query = query.gt("without_interviewers", 0);
  if (filters.need === "meeting-url") query = query.gt("without_meeting_url", 0);
  return query;
}

export const ociListQuery = (filters: OciFilters) =>
  queryOptions({
    queryKey: ["ocis", "list", filters],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { column, direction } = filters.sort;
      const ascending = direction === "ascending";
      const query = filteredOcis(filters)
        .order(sortedBy[column], { ascending, ...(column === "dates" && { nullsFirst: false }) })
        .order("employer", { ascending })
        .order("id", { ascending });
      const { rows, total } = await fetchPage(query, filters.page, pageSize);
      return { rows: await withReadiness(rows), total };
    },
  });

async function withReadiness(ocis: Oci[]): Promise<OciRow[]> {
  const { data } = await supabase
    .rpc("ready_schedules", { p_oci_ids: ocis.map(({ id }) => id) })
    .throwOnError();
  const ready = new Map(data.map((one) => [one.oci_id, one.ready]));
  return ocis.map((oci) => ({ ...oci, ready: ready.get(oci.id) ?? 0 }));
}

/** Every OCI that the list would show over all its pages. */
export async function matchingOciIds(filters: OciFilters): Promise<string[]> {
  const rows = await fetchAll(() => filteredOcis(filters).order("id"));
  return rows.map(({ id }) => id);
}

/** How many of the OCIs of these days and season still need what. */
export const ociCountsQuery = (filters: OciFilters) => {
  const { season, dates } = filters;
  const all: OciFilters = {
    ...filters,
    q: "",
    format: null,
    release: null,
    links: null,
    need: null,
    page: 1,
  };
  // Even where only the count is wanted, the embedded API reads rows: one, along an index.
  const count = async (changes: Partial<OciFilters>) => {
    const query = filteredOcis({ ...all, ...changes });
    return (await query.order("first_date").limit(1).throwOnError()).count ?? 0;
  };
  return queryOptions({
    queryKey: ["ocis", "counts", season, dates],
    queryFn: async () => {
      const [total, interviewers, meetingUrl, release, links, needs_attention] = await Promise.all([
        count({}),
        count({ need: "interviewers" }),
        count({ need: "meeting-url" }),
        count({ release: "not" }),
        count({ links: "to-send" }),
        count({ links: "problems" }),
      ]);
      return { total, interviewers, meetingUrl, release, links, needs_attention };
    },
  });
};

/** Newest first. */
export const seasonsQuery = queryOptions({
  queryKey: ["seasons"],
  queryFn: async () => {
    const { data } = await supabase
      .from("seasons")
      .select("season")
      .order("last_date", { ascending: false })
      .throwOnError();
    return data.map(({ season }) => season);
  },
});

export const ociQuery = (id: string) =>
  queryOptions({
    queryKey: ["ocis", id],
    queryFn: async () =>
      (await supabase.from("oci_list").select("*").eq("id", id).single().throwOnError()).data,
  });

export interface OciDraft {
  id?: string;
  season: string;
  name: string;
  /** An existing one by id, or a new one by name. */
  employer: { id: string } | { name: string };
  posting: { id: string } | { name: string } | null;
}

export const useSaveOci = () =>
  useMutation({
    mutationFn: async ({ id, season, name, employer, posting }: OciDraft) => {
      return {
        id: unwrap(
          await supabase.rpc("save_oci", {
            p_id: id,
            p_season: season,
            p_name: name || undefined,
            ...("id" in employer
              ? { p_employer_id: employer.id }
              : { p_new_employer: employer.name }),
            ...(posting &&
              ("id" in posting
                ? { p_job_posting_id: posting.id }
                : { p_new_posting: posting.name })),
          }),
        ),
      };
    },
  });
