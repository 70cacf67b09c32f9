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
import { degreeOf } from "../../../shared/degree";
import { isInFlight } from "../emails/api";
import type { StudentFilters } from "./filters";

export type Student = Tables<"student_list">;

/** Rows of so many parts that a page has fewer than 300: it opens and scrolls without a stutter. */
export const pageSize = 20;

function listedStudents(text: string) {
  const all = supabase.from("student_list").select("*", { count: "exact" });
  if (!text) return all;
  const found = supabase.rpc("search_students", { p_text: text }, { count: "exact" });
  return asRowsOf(all, found);
}

/** No older matches while these are looked up: what stands in the list is what Enter takes. */
export const studentSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ["students", "search", text],
    queryFn: async () => {
      const { data, count } = await supabase
        .rpc("match_students", { p_text: text }, { count: "exact" })
        .order("match_rank")
        .order("full_name")
        .order("id")
        .limit(20)
        .throwOnError();
      const options = data.map((student) => ({
        id: student.id,
        label: student.full_name,
        note: degreeOf(student),
        detail: student.email,
      }));
      return { options, total: count ?? options.length };
    },
  });

function filteredStudents({ q, show, program, year, sort }: StudentFilters) {
  let query = listedStudents(q);
  query =
    show === "archived" ? query.not("archived_at", "is", null) : query.is("archived_at", null);
  if (program) query = query.eq("program", program);
  if (year) query = query.eq("class_year", Number(year));
  const ascending = sort.direction === "ascending";
  const mayBeEmpty = sort.column === "program" || sort.column === "class_year";
  return query
    .order(sort.column, { ascending, ...(mayBeEmpty && { nullsFirst: false }) })
    .order("full_name", { ascending })
    .order("id", { ascending });
}

export const studentListQuery = (filters: StudentFilters) =>
  queryOptions({
    queryKey: ["students", "list", filters],
    placeholderData: keepPreviousData,
    queryFn: () => fetchPage(filteredStudents(filters), filters.page, pageSize),
  });

// Named and ordered as an import expects them.
const csvColumns: CsvColumn<Student>[] = [
  { label: "Full name", value: ({ full_name }) => full_name },
  { label: "Email", value: ({ email }) => email },
  { label: "Program", value: ({ program }) => program },
  { label: "Class year", value: ({ class_year }) => class_year },
  { label: "Interviews", value: ({ interviews }) => interviews },
];

export const studentsCsv = async (filters: StudentFilters) =>
  toCsv(csvColumns, await fetchAll(() => filteredStudents(filters)));

/** What the list can be filtered by: the programs and class years there are. */
export const studentProgramsQuery = queryOptions({
  queryKey: ["students", "programs"],
  staleTime: 60_000,
  queryFn: async () => {
    const { data } = await supabase
      .from("student_programs")
      .select("program, class_year")
      .throwOnError();
    const programs = new Set(data.flatMap(({ program }) => program ?? []));
    const years = new Set(data.flatMap(({ class_year }) => class_year ?? []));
    return {
      programs: [...programs].sort((a, b) => a.localeCompare(b)),
      years: [...years].sort((a, b) => a - b).map(String),
    };
  },
});

export const studentQuery = (id: string) =>
  queryOptions({
    queryKey: ["students", id],
    queryFn: async () =>
      (await supabase.from("student_list").select("*").eq("id", id).single().throwOnError()).data,
  });

export type StudentInterview = Awaited<ReturnType<typeof fetchInterviews>>[number];

async function fetchInterviews(studentId: string) {
  const { data } = await supabase
    .from("slots")
    .select(
      "id, starts_at, ends_at, outcome, schedule:schedules(*, oci:ocis(employer:employers(name), posting:job_postings(title)))",
    )
    .eq("student_id", studentId)
    .order("starts_at", { ascending: false })
    .throwOnError();
  return data;
}

/** The latest first. */
export const studentInterviewsQuery = (id: string) =>
  queryOptions({ queryKey: ["slots", "of-student", id], queryFn: () => fetchInterviews(id) });

export type StudentLink = Tables<"student_link_states">;

/** What the student was last sent for each schedule, and when they last opened their link. */
export const studentLinksQuery = (id: string) =>
  queryOptions({
    queryKey: ["link-states", "of-student", id],
    refetchInterval: ({ state }) =>
      state.data?.notifications.some(({ status }) => isInFlight(status)) ? 1500 : 30_000,
    queryFn: async () => {
      const [notifications, link] = await Promise.all([
        supabase.from("student_link_states").select("*").eq("student_id", id).throwOnError(),
        supabase
          .from("access_links")
          .select("last_opened_at")
          .eq("student_id", id)
          .maybeSingle()
          .throwOnError(),
      ]);
      return { notifications: notifications.data, openedAt: link.data?.last_opened_at ?? null };
    },
  });

export interface StudentDraft {
  id?: string;
  full_name: string;
  email: string;
  program: string;
  class_year: string;
}

export const useSaveStudent = () =>
  useMutation({
    mutationFn: async ({ id, ...draft }: StudentDraft) => {
      const values = {
        full_name: draft.full_name.trim(),
        email: draft.email.trim(),
        program: draft.program.trim() || null,
        class_year: draft.class_year ? Number(draft.class_year) : null,
      };
      const table = supabase.from("students");
      const result = await (id ? table.update(values).eq("id", id) : table.insert(values))
        .select("id")
        .single();
      if (isDuplicate(result.error)) throw await alreadyThere(values.email);
      return unwrap(result);
    },
  });

async function alreadyThere(email: string): Promise<DomainError> {
  const { data } = await supabase
    .from("students")
    .select("id, full_name, archived_at")
    .ilike("email", escapeLike(email))
    .single()
    .throwOnError();
  return new DomainError("students_email_key", {
    name: data.full_name,
    archived: data.archived_at !== null,
    href: paths.student(data.id),
  });
}
