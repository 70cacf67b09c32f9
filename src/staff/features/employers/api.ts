import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { type CsvColumn, toCsv } from "../../../lib/csv";
import { DomainError, isDuplicate, unwrap } from "../../../lib/errors/domain-error";
import type { Tables } from "../../../lib/supabase/database.types";
import { escapeLike } from "../../../lib/supabase/escape-like";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { fetchPage } from "../../../lib/supabase/fetch-page";
import { supabase } from "../../../lib/supabase/staff-client";
import { asRowsOf } from "../../../lib/supabase/typed-results";
import { paths } from "../../../paths";
import type { EmployerFilters } from "./filters";

export type Employer = Tables<"employer_list">;

/** Rows of so many parts that a page has fewer than 300: it opens and scrolls without a stutter. */
export const pageSize = 30;

function listedEmployers(text: string) {
  const all = supabase.from("employer_list").select("*", { count: "exact" });
  if (!text) return all;
  const found = supabase.rpc("search_employers", { p_text: text }, { count: "exact" });
  return asRowsOf(all, found);
}

export const employerSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ["employers", "search", text],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { data, count } = await supabase
        .rpc("match_employers", { p_text: text }, { count: "exact" })
        .order("match_rank")
        .order("name")
        .order("id")
        .limit(20)
        .throwOnError();
      const options = data.map(({ id, name }) => ({ id, label: name }));
      return { options, total: count ?? options.length };
    },
  });

function filteredEmployers({ q, show, sort }: EmployerFilters) {
  let query = listedEmployers(q);
  query =
    show === "archived" ? query.not("archived_at", "is", null) : query.is("archived_at", null);
  return query
    .order(sort.column, { ascending: sort.direction === "ascending" })
    .order("name")
    .order("id");
}

export const employerListQuery = (filters: EmployerFilters) =>
  queryOptions({
    queryKey: ["employers", "list", filters],
    placeholderData: keepPreviousData,
    queryFn: () => fetchPage(filteredEmployers(filters), filters.page, pageSize),
  });

const csvColumns: CsvColumn<Employer>[] = [
  { label: "Name", value: ({ name }) => name },
  { label: "Website", value: ({ website }) => website },
  { label: "Interviewers", value: ({ interviewers }) => interviewers },
  { label: "OCIs", value: ({ ocis }) => ocis },
];

export const employersCsv = async (filters: EmployerFilters) =>
  toCsv(csvColumns, await fetchAll(() => filteredEmployers(filters)));

export const employerQuery = (id: string) =>
  queryOptions({
    queryKey: ["employers", id],
    queryFn: async () =>
      (await supabase.from("employer_list").select("*").eq("id", id).single().throwOnError()).data,
  });

export const employerOcisQuery = (employerId: string) =>
  queryOptions({
    queryKey: ["ocis", "of-employer", employerId],
    queryFn: async () => {
      const { data } = await supabase
        .from("oci_list")
        .select(
          "id, position, name, season, first_date, last_date, schedules, assigned, interviews",
        )
        .eq("employer_id", employerId)
        .is("archived_at", null)
        .order("first_date", { ascending: false })
        .order("id")
        .throwOnError();
      return data;
    },
  });

interface EmployerDraft {
  id?: string;
  name: string;
  website: string;
}

export const useSaveEmployer = () =>
  useMutation({
    mutationFn: async ({ id, name, website }: EmployerDraft) => {
      const values = { name: name.trim(), website: website.trim() || null };
      const table = supabase.from("employers");
      const result = await (id ? table.update(values).eq("id", id) : table.insert(values))
        .select("id")
        .single();
      if (isDuplicate(result.error)) throw await alreadyThere(values.name);
      return unwrap(result);
    },
  });

async function alreadyThere(name: string): Promise<DomainError> {
  const { data } = await supabase
    .from("employers")
    .select("id, name, archived_at")
    .ilike("name", escapeLike(name))
    .single()
    .throwOnError();
  return new DomainError("employers_name_key", {
    name: data.name,
    archived: data.archived_at !== null,
    href: paths.employer(data.id),
  });
}
