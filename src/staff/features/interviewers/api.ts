import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { type CsvColumn, toCsv } from "../../../lib/csv";
import {
  DomainError,
  isDuplicate,
  paramsOf,
  toDomainError,
  unwrap,
} from "../../../lib/errors/domain-error";
import type { Tables } from "../../../lib/supabase/database.types";
import { escapeLike } from "../../../lib/supabase/escape-like";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { fetchPage } from "../../../lib/supabase/fetch-page";
import { supabase } from "../../../lib/supabase/staff-client";
import { asRowsOf } from "../../../lib/supabase/typed-results";
import { paths } from "../../../paths";
import type { InterviewerFilters } from "./filters";

export type Interviewer = Tables<"interviewer_list">;

/** Rows of so many parts that a page has fewer than 300: it opens and scrolls without a stutter. */
export const pageSize = 30;

export const employerInterviewersQuery = (employerId: string) =>
  queryOptions({
    queryKey: ["interviewers", "of-employer", employerId],
    queryFn: async () => {
      const { data } = await supabase
        .from("interviewers")
        .select("id, full_name, email, title, is_recruiter")
        .eq("employer_id", employerId)
        .is("archived_at", null)
        .order("full_name")
        .throwOnError();
      return data;
    },
  });

/** With the archived ones, who come last. */
export const interviewersOfQuery = (employerId: string) =>
  queryOptions({
    queryKey: ["interviewers", "all-of-employer", employerId],
    queryFn: async () => {
      const { data } = await supabase
        .from("interviewer_list")
        .select("*")
        .eq("employer_id", employerId)
        .order("archived_at", { nullsFirst: true })
        .order("full_name")
        .throwOnError();
      return data;
    },
  });

function listedInterviewers(text: string) {
  const all = supabase.from("interviewer_list").select("*", { count: "exact" });
  if (!text) return all;
  const found = supabase.rpc("search_interviewers", { p_text: text }, { count: "exact" });
  return asRowsOf(all, found);
}

function filteredInterviewers({ q, show, sort }: InterviewerFilters) {
  let query = listedInterviewers(q);
  query =
    show === "archived" ? query.not("archived_at", "is", null) : query.is("archived_at", null);
  const ascending = sort.direction === "ascending";
  const mayBeEmpty = sort.column === "last_opened_at";
  return query
    .order(sort.column, { ascending, ...(mayBeEmpty && { nullsFirst: false }) })
    .order("full_name", { ascending })
    .order("id", { ascending });
}

export const interviewerListQuery = (filters: InterviewerFilters) =>
  queryOptions({
    queryKey: ["interviewers", "list", filters],
    placeholderData: keepPreviousData,
    queryFn: () => fetchPage(filteredInterviewers(filters), filters.page, pageSize),
  });

// Named and ordered as an import expects them.
const csvColumns: CsvColumn<Interviewer>[] = [
  { label: "Employer", value: ({ employer }) => employer },
  { label: "Full name", value: ({ full_name }) => full_name },
  { label: "Email", value: ({ email }) => email },
  { label: "Title", value: ({ title }) => title },
  { label: "Recruiter", value: ({ is_recruiter }) => is_recruiter },
  { label: "Link last opened", value: ({ last_opened_at }) => last_opened_at },
];

export const interviewersCsv = async (filters: InterviewerFilters) =>
  toCsv(csvColumns, await fetchAll(() => filteredInterviewers(filters)));

export interface InterviewerDraft {
  id?: string;
  employer_id: string;
  full_name: string;
  email: string;
  title: string;
  is_recruiter: boolean;
  /** For a recruiter: whether their page shows all days of the employer. */
  sees_overview: boolean;
  /** That someone else of the employer has the address was said, and is meant. */
  shares_email?: boolean;
}

export const useSaveInterviewer = () =>
  useMutation({
    mutationFn: async ({ id, ...draft }: InterviewerDraft) => {
      const values = {
        ...draft,
        full_name: draft.full_name.trim(),
        email: draft.email.trim(),
        title: draft.title.trim() || null,
      };
      const table = supabase.from("interviewers");
      const result = await (id ? table.update(values).eq("id", id) : table.insert(values))
        .select("id")
        .single();
      if (isDuplicate(result.error)) throw await alreadyThere(values, result.error);
      unwrap(result);
    },
  });

/** Who has the address that was refused. */
export async function alreadyThere(
  draft: Pick<InterviewerDraft, "employer_id" | "email">,
  refusal: unknown,
): Promise<unknown> {
  const error = toDomainError(refusal);
  if (!paramsOf(error, "interviewers_employer_email_key")) return error;
  const { data } = await supabase
    .from("interviewers")
    .select("id, full_name, archived_at, employer:employers(name)")
    .eq("employer_id", draft.employer_id)
    .eq("shares_email", false)
    .ilike("email", escapeLike(draft.email.trim()))
    .single()
    .throwOnError();
  return new DomainError("interviewers_employer_email_key", {
    name: data.full_name,
    employer: data.employer.name,
    archived: data.archived_at !== null,
    href: paths.employer(draft.employer_id, { dialog: "interviewer", about: data.id }),
  });
}

/** The link to the overview, for a recruiter who has no day of their own. It leaves within a minute. */
export const useSendOverviewLink = () =>
  useMutation({
    mutationFn: async (interviewerId: string) =>
      unwrap(await supabase.rpc("send_overview_link", { p_interviewer_id: interviewerId })),
  });
