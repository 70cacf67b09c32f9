import { expect, test } from "vitest";
import { isFiltered, readEmailFilters } from "./filters";

const read = (address: string) => readEmailFilters(new URLSearchParams(address));

test("an address without filters shows everything", () => {
  expect(isFiltered(read(""))).toBe(false);
  expect(read("").page).toBe(1);
});

test("what an address says wrongly is left out", () => {
  const filters = read("status=lost&kind=fax&dates=range&from=yesterday&until=2026-11-30&page=-3");
  expect(filters).toMatchObject({ status: null, kind: null, from: null, page: 1 });
  expect(filters.until).toBe("2026-11-30");
});

test("days count only while a range is asked for", () => {
  expect(read("dates=week&from=2026-11-01").from).toBeNull();
});
