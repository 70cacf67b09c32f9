import { expect, test } from "vitest";
import { dates } from "./date-range";
import {
  flag,
  id,
  ids,
  oneOf,
  page,
  readSearch,
  sortBy,
  text,
  toFilters,
  toSearch,
} from "./search-params";

const anna = "7f1c54c1-7a8e-4c5f-9a51-2f0f1b0f3a11";
const params = {
  q: text,
  state: oneOf([{ id: "open" }, { id: "closed" }]),
  dates: dates([{ id: "week" }]),
  by: id,
  oci: ids,
  all: flag,
  sort: sortBy("name", "students"),
  page,
};
const read = (search: string) => readSearch(params, new URLSearchParams(search));

const defaults = {
  q: "",
  state: null,
  dates: null,
  by: null,
  oci: [],
  all: false,
  sort: { column: "name", direction: "ascending" },
  page: 1,
};

test("what a URL does not say is the default, and a default is not written", () => {
  expect(read("")).toEqual(defaults);
  expect(toSearch(params, read("")).toString()).toBe("");
});

test.each([
  "q=harbor+161",
  "state=open&sort=-students&page=3",
  "dates=week&sort=-name",
  "dates=2026-11-01..2026-11-30",
  "dates=..2026-11-30",
  "dates=..",
  `by=${anna}&oci=${anna}&oci=${anna}&all=1`,
])("%s is written as it was read", (search) => {
  expect(toSearch(params, read(search)).toString()).toBe(search);
});

test.each([
  "state=gone",
  "state=",
  "dates=month",
  "by=anna",
  "oci=anna&oci=",
  "all=yes",
  "sort=evil",
  "sort=-evil",
  "sort=--name",
  "page=abc",
  "page=0",
  "page=-1",
  "page=1e3",
  "page=99999999999999999999",
])("%s falls back to the default", (search) => {
  expect(read(search)).toEqual(defaults);
});

test("a day that there is not is an open end", () => {
  expect(read("dates=2026-02-30..2026-03-01").dates).toBe("..2026-03-01");
});

test("page and order choose no other rows", () => {
  const filters = toFilters(params, read("q=a&page=2&sort=students"));
  expect(filters.toString()).toBe("q=a");
});
