import { activityListQuery } from "../src/staff/features/activity/api";
import { readActivityFilters } from "../src/staff/features/activity/filters";
import { ociSlotsQuery } from "../src/staff/features/assignments/api";
import { ociApplicantsQuery } from "../src/staff/features/assignments/applicants-api";
import { readEmailFilters } from "../src/staff/features/emails/list/filters";
import { emailListQuery } from "../src/staff/features/emails/list/list-api";
import {
  employerListQuery,
  employerSearchQuery,
  employerSorts,
} from "../src/staff/features/employers/api";
import { interviewerListQuery, interviewerSorts } from "../src/staff/features/interviewers/api";
import { ociCountsQuery, ociListQuery, seasonsQuery } from "../src/staff/features/ocis/api";
import { readOciFilters } from "../src/staff/features/ocis/filters";
import {
  studentInterviewsQuery,
  studentListQuery,
  studentProgramsQuery,
  studentSearchQuery,
} from "../src/staff/features/students/api";
import { readStudentFilters } from "../src/staff/features/students/filters";
import { readListFilters } from "../src/staff/lists/list-filters";
import { seasonIds } from "./season";

export interface ListRequest {
  name: string;
  /** The one large table that it may read from beginning to end: no index has this order. */
  readsAll?: string;
  ask(): Promise<unknown>;
}

interface Query {
  queryFn?: unknown;
}

const ask = ({ queryFn }: Query) => (queryFn as () => Promise<unknown>)();

/** One list, asked for by the addresses that its page can have. */
const list = (
  name: string,
  query: (params: URLSearchParams) => Query,
  addresses: string[],
): ListRequest[] =>
  addresses.map((address) => ({
    name: `${name} ${address}`.trim(),
    ask: () => ask(query(new URLSearchParams(address))),
  }));

const sorts = (columns: readonly string[]) =>
  columns.flatMap((column) => [`sort=${column}`, `sort=-${column}`]);

const { oci, schedule, student, today } = seasonIds;

/** What the dashboard asks for where there can be many rows, through the code that asks for it. */
export const listRequests: ListRequest[] = [
  ...list("OCIs", (params) => ociListQuery(readOciFilters(params)), [
    "",
    "page=40",
    "dates=any&page=100",
    ...sorts(["dates", "employer", "interviewers", "students"]),
    "dates=any&sort=-students&page=100",
    "season=Fall+2026",
    "dates=today",
    "dates=week",
    "dates=past",
    `dates=range&from=${today}&until=${today}`,
    "format=in_app",
    "format=in_person",
    "release=released",
    "release=not",
    "release=changed",
    "links=to-send",
    "links=problems",
    "need=interviewers",
    "need=meeting-url",
    "q=harbor+161",
    "q=harbor+161&season=Fall+2026&sort=-students",
    "q=analyst&dates=any&page=3",
    "q=nowhere",
  ]),
  ...list("what needs work", (params) => ociCountsQuery(readOciFilters(params)), [
    "",
    "dates=any",
    "season=Fall+2026",
  ]),
  ...list("seasons", () => seasonsQuery, [""]),
  ...list("students", (params) => studentListQuery(readStudentFilters(params)), [
    "",
    "page=500",
    ...sorts(["full_name", "program", "class_year", "interviews"]),
    "sort=-interviews&page=500",
    "program=JD&year=2028",
    "show=archived",
    "q=student+2711",
    "q=student1234@school",
    "q=student+271&program=JD&sort=-interviews",
    "q=student&page=3",
    "q=nowhere",
  ]),
  ...list("students to choose from", (params) => studentSearchQuery(params.get("q") ?? ""), [
    "",
    "q=student+271",
  ]),
  ...list("programs", () => studentProgramsQuery, [""]),
  ...list("a student’s interviews", () => studentInterviewsQuery(student), [""]),
  ...list("employers", (params) => employerListQuery(readListFilters(params, employerSorts)), [
    "",
    "page=40",
    ...sorts(employerSorts),
    "q=harbor+16",
  ]),
  ...list("employers to choose from", (params) => employerSearchQuery(params.get("q") ?? ""), [
    "",
    "q=harbor+16",
  ]),
  ...list(
    "interviewers",
    (params) => interviewerListQuery(readListFilters(params, interviewerSorts)),
    ["", ...sorts(["full_name", "employer"]), "show=archived", "q=interviewer+271", "q=nowhere"],
  ),
  ...list(
    "interviewers",
    (params) => interviewerListQuery(readListFilters(params, interviewerSorts)),
    ["page=75", "sort=last_opened_at", "sort=-last_opened_at"],
  ).map((request) => ({ ...request, readsAll: "interviewers" })),
  ...list("emails", (params) => emailListQuery(readEmailFilters(params)), [
    "",
    "page=300",
    "status=problems",
    "status=queued",
    "kind=interview_link",
    "dates=week",
    "q=employer+161",
    "to=interviewer271",
    "q=employer&status=bounced&dates=month",
    "q=nowhere",
  ]),
  ...list("activity", (params) => activityListQuery(readActivityFilters(params)), [
    "",
    "page=1000",
    "kind=students",
    "dates=week",
    `oci=${oci}`,
    `schedule=${schedule}`,
    "q=employer+161",
    "q=student+271&kind=students",
    "q=nowhere",
  ]),
  ...list("an OCI’s applicants", () => ociApplicantsQuery(oci), [""]),
  ...list("an OCI’s interviews", () => ociSlotsQuery(oci), [""]),
];
