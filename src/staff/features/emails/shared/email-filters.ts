import type { Enums } from "../../../../lib/supabase/database.types";
import {
  emailKindLabels,
  emailStatusGroupLabels,
  emailStatusLabels,
  optionsOf,
} from "../../../labels";
import { pastPeriods } from "../../../lists/past-days";
import { dates } from "../../../url/date-range";
import { id, oneOf, page, text, type Values } from "../../../url/search-params";

type StatusGroup = Enums<"email_status_group">;

/** How the URL says a group of statuses. The last is a status by itself. */
export const statusOfGroup = {
  sent: "sent-or-delivered",
  waiting: "waiting",
  attention: "problems",
  canceled: "canceled",
} as const satisfies Record<StatusGroup, string>;

export const statusGroups = optionsOf(emailStatusGroupLabels);

export const statuses = [
  { id: statusOfGroup.attention, label: emailStatusGroupLabels.attention },
  { id: statusOfGroup.waiting, label: emailStatusGroupLabels.waiting },
  { id: statusOfGroup.sent, label: emailStatusGroupLabels.sent },
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
  /** Of whose interviewers or schedules they are. */
  employer: id,
  /** The emails of one send. */
  batch: id,
  page,
};
export type EmailFilters = Values<typeof emailFilters>;

/** A status filter as the database takes it: a group, or else a status. */
export function readStatus(status: EmailFilters["status"]): {
  group?: StatusGroup;
  status?: Enums<"email_status">;
} {
  switch (status) {
    case null:
      return {};
    case statusOfGroup.attention:
      return { group: "attention" };
    case statusOfGroup.waiting:
      return { group: "waiting" };
    case statusOfGroup.sent:
      return { group: "sent" };
    default:
      return { status };
  }
}
