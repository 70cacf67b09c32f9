import { activityListQuery } from "../src/staff/features/activity/api";
import { activityFilters } from "../src/staff/features/activity/filters";
import { ociSlotsQuery } from "../src/staff/features/assignments/api";
import { ociApplicantsQuery } from "../src/staff/features/assignments/applicants-api";
import { emailCountsQuery } from "../src/staff/features/emails/list/counts-api";
import { emailListQuery, emailVersionQuery } from "../src/staff/features/emails/list/list-api";
import { latestSendsQuery } from "../src/staff/features/emails/list/sends-api";
import { emailFilters } from "../src/staff/features/emails/shared/email-filters";
import { employerListQuery, employerSearchQuery } from "../src/staff/features/employers/api";
import { employerFilters } from "../src/staff/features/employers/filters";
import { interviewerListQuery } from "../src/staff/features/interviewers/api";
import { interviewerFilters } from "../src/staff/features/interviewers/filters";
import { ociCountsQuery, ociListQuery, seasonsQuery } from "../src/staff/features/ocis/api";
import { ociFilters } from "../src/staff/features/ocis/shared/oci-filters";
import {
  studentInterviewsQuery,
  studentListQuery,
  studentProgramsQuery,
  studentSearchQuery,
} from "../src/staff/features/students/api";
import { studentFilters } from "../src/staff/features/students/filters";
import { readSearch } from "../src/staff/url/search-params";
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

const { batch, employer, oci, schedule, student, today } = seasonIds;

const emailAddresses = [
  "status=problems",
  "status=waiting",
  "status=sent-or-delivered",
  "status=queued",
  "kind=interview_link",
  "dates=week",
  `employer=${employer}`,
  `employer=${employer}&q=interview&status=problems`,
  `batch=${batch}`,
  "q=employer+161",
  "to=interviewer271",
  "q=nowhere",
];

/** What the dashboard asks for where there can be many rows, through the code that asks for it. */
export const listRequests: ListRequest[] = [
  ...list("OCIs", (params) => ociListQuery(readSearch(ociFilters, params)), [
    "",
    "page=40",
    "dates=any&page=100",
    ...sorts(["dates", "employer", "interviewers", "students"]),
    "dates=any&sort=-students&page=100",
    "season=Fall+2026",
    "dates=today",
    "dates=week",
    "dates=past",
    `dates=${today}..${today}`,
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
  ...list("what needs work", (params) => ociCountsQuery(readSearch(ociFilters, params)), [
    "",
    "dates=any",
    "season=Fall+2026",
  ]),
  ...list("seasons", () => seasonsQuery, [""]),
  ...list("students", (params) => studentListQuery(readSearch(studentFilters, params)), [
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
  ...list("employers", (params) => employerListQuery(readSearch(employerFilters, params)), [
    "",
    "page=40",
    ...sorts(["name", "interviewers", "ocis"]),
    "q=harbor+16",
  ]),
  ...list("employers to choose from", (params) => employerSearchQuery(params.get("q") ?? ""), [
    "",
    "q=harbor+16",
  ]),
  ...list(
    "interviewers",
    (params) => interviewerListQuery(readSearch(interviewerFilters, params)),
    ["", ...sorts(["full_name", "employer"]), "show=archived", "q=interviewer+271", "q=nowhere"],
  ),
  ...list(
    "interviewers",
    (params) => interviewerListQuery(readSearch(interviewerFilters, params)),
    ["page=75", "sort=last_opened_at", "sort=-last_opened_at"],
  ).map((request) => ({ ...request, readsAll: "interviewers" })),
  ...list("emails", (params) => emailListQuery(readSearch(emailFilters, params)), [
    "",
    "page=300",
    ...emailAddresses,
    "q=employer&status=bounced&dates=month",
  ]),
  ...list("email counts", (params) => emailCountsQuery(readSearch(emailFilters, params)), [
    "",
    ...emailAddresses,
  ]),
  ...list("email version", () => emailVersionQuery, [""]),
  ...list("sends", () => latestSendsQuery(batch), [""]),
  ...list("activity", (params) => activityListQuery(readSearch(activityFilters, params)), [
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
