import { formatLabels, videoLabels } from "../../../shared/labels";
import { optionsOf } from "../../labels";
import { parseEnum, readDay, readPage } from "../../lists/read-params";

export const dateFilters = [
  { id: "today", label: "Today" },
  { id: "week", label: "Next 7 days" },
  { id: "past", label: "Past" },
  { id: "any", label: "Any" },
  { id: "range", label: "From … to …" },
] as const;
export const formatFilters = optionsOf({ ...videoLabels, in_person: formatLabels.in_person });
export const releaseFilters = [
  { id: "released", label: "Released" },
  { id: "not", label: "Not released" },
  { id: "changed", label: "Changed since release" },
] as const;
export const linkFilters = [
  { id: "to-send", label: "To send" },
  { id: "sent", label: "All sent" },
  { id: "problems", label: "With problems" },
] as const;

export const needFilters = [
  { id: "interviewers", label: "Interviewers" },
  { id: "meeting-url", label: "Meeting URL" },
] as const;

type IdOf<T extends readonly { id: string }[]> = T[number]["id"];

export interface OciFilters {
  text: string;
  season: string | null;
  /** null: today and later, the days that still need work. */
  dates: IdOf<typeof dateFilters> | null;
  /** YYYY-MM-DD, the first and the last day that count. */
  from: string | null;
  until: string | null;
  format: IdOf<typeof formatFilters> | null;
  release: IdOf<typeof releaseFilters> | null;
  links: IdOf<typeof linkFilters> | null;
  need: IdOf<typeof needFilters> | null;
  sort: { column: SortColumn; direction: "ascending" | "descending" };
  page: number;
}

const sortColumns = ["employer", "dates", "interviewers", "students"] as const;
export type SortColumn = (typeof sortColumns)[number];

export function readOciFilters(params: URLSearchParams): OciFilters {
  const sort = params.get("sort") ?? "dates";
  const column = sortColumns.find((name) => name === sort.replace("-", "")) ?? "dates";
  const dates = parseEnum(dateFilters, params.get("dates"));
  return {
    text: params.get("q") ?? "",
    season: params.get("season"),
    dates,
    from: dates === "range" ? readDay(params.get("from")) : null,
    until: dates === "range" ? readDay(params.get("until")) : null,
    format: parseEnum(formatFilters, params.get("format")),
    release: parseEnum(releaseFilters, params.get("release")),
    links: parseEnum(linkFilters, params.get("links")),
    need: parseEnum(needFilters, params.get("need")),
    sort: { column, direction: sort.startsWith("-") ? "descending" : "ascending" },
    page: readPage(params),
  };
}

export const noFilters = {
  q: null,
  season: null,
  dates: null,
  from: null,
  until: null,
  format: null,
  release: null,
  links: null,
  need: null,
};

export function isFiltered(filters: OciFilters): boolean {
  const { text, season, dates, format, release, links, need } = filters;
  return Boolean(text || season || dates || format || release || links || need);
}

/** The same on all pages and in every order of the list. */
export const listNameOf = ({ page, sort, ...filters }: OciFilters) => JSON.stringify(filters);
