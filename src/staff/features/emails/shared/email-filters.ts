import { emailKindLabels, emailStatusLabels, optionsOf } from "../../../labels";
import { pastPeriods } from "../../../lists/past-days";
import { dates } from "../../../url/date-range";
import { id, oneOf, page, text, type Values } from "../../../url/search-params";

export const statuses = [
  { id: "problems" as const, label: "Any problem" },
  ...optionsOf(emailStatusLabels),
];
export const kinds = optionsOf(emailKindLabels);

export const emailFilters = {
  q: text,
  /** Part of a name or an email address. */
  to: text,
  status: oneOf(statuses),
  kind: oneOf(kinds),
  dates: dates(pastPeriods),
  /** The emails of one send. */
  batch: id,
  page,
};
export type EmailFilters = Values<typeof emailFilters>;
