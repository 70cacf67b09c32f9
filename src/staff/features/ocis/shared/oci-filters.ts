import { formatLabels, videoLabels } from "../../../../shared/labels";
import { optionsOf } from "../../../labels";
import { dates } from "../../../url/date-range";
import { matching, oneOf, page, sortBy, text, type Values } from "../../../url/search-params";

/** Without one of them a list shows today and later, the days that still need work. */
export const periods = [
  { id: "today", label: "Today" },
  { id: "week", label: "Next 7 days" },
  { id: "past", label: "Past" },
  { id: "any", label: "Any" },
] as const;
export const formats = optionsOf({ ...videoLabels, in_person: formatLabels.in_person });
export const releaseStates = [
  { id: "released", label: "Released" },
  { id: "not", label: "Not released" },
  { id: "changed", label: "Changed since release" },
] as const;
export const linkStates = [
  { id: "to-send", label: "To send" },
  { id: "sent", label: "All sent" },
  { id: "problems", label: "With problems" },
] as const;
export const needs = [
  { id: "interviewers", label: "Interviewers" },
  { id: "meeting-url", label: "Meeting URL" },
] as const;

export const ociFilters = {
  q: text,
  season: matching(/./),
  dates: dates(periods),
  format: oneOf(formats),
  release: oneOf(releaseStates),
  links: oneOf(linkStates),
  need: oneOf(needs),
  sort: sortBy("dates", "employer", "interviewers", "students"),
  page,
};
export type OciFilters = Values<typeof ociFilters>;
