import { expect, test } from "vitest";
import { onThisPage } from "./use-selection";

const page = ["a", "b"];

test("ticking the whole page keeps what is ticked on other pages", () => {
  expect(onThisPage(new Set(["x"]), "all", page)).toEqual(new Set(["x", "a", "b"]));
});

test("clearing the page keeps what is ticked on other pages, clearing again clears that too", () => {
  const left = onThisPage(new Set(["x", "a", "b"]), new Set(), page);
  expect(left).toEqual(new Set(["x"]));
  expect(onThisPage(left, new Set(), page)).toEqual(new Set());
});

test("taking one out of all that match leaves the rest of the page", () => {
  expect(onThisPage("all", new Set(["a"]), page)).toEqual(new Set(["a"]));
});
