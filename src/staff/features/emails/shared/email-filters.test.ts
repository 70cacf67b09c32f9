import { expect, test } from "vitest";
import { spanOf } from "../../../lists/past-days";
import { readDateRange } from "../../../url/date-range";
import { readSearch, toFilters } from "../../../url/search-params";
import { emailFilters, readStatus, statusGroups, statusOfGroup } from "./email-filters";

const read = (search: string) => readSearch(emailFilters, new URLSearchParams(search));

test("a URL without filters shows everything", () => {
  expect(toFilters(emailFilters, read("")).size).toBe(0);
  expect(read("").page).toBe(1);
});

test("what a URL says wrongly is left out", () => {
  const filters = read("status=lost&kind=fax&dates=yesterday..2026-11-30&page=-3");
  expect(filters).toMatchObject({ status: null, kind: null, page: 1 });
  expect(readDateRange(filters.dates)).toEqual({ from: null, until: "2026-11-30" });
});

test("days count only while a range is asked for", () => {
  expect(spanOf(read("dates=week&from=2026-11-01").dates)).toEqual(spanOf("week"));
});

test("each group of statuses has a filter of its own", () => {
  const asked = statusGroups.map(({ id }) =>
    readStatus(read(`status=${statusOfGroup[id]}`).status),
  );
  expect(asked).toEqual([
    { group: "sent" },
    { group: "waiting" },
    { group: "attention" },
    { status: "canceled" },
  ]);
  expect(readStatus("delayed")).toEqual({ status: "delayed" });
  expect(readStatus(null)).toEqual({});
});
