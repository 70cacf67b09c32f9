import { expect, test } from "vitest";
import { mergePageSelection } from "./use-selection";

const page = ["a", "b"];

test("ticking the whole page keeps what is ticked on other pages", () => {
  expect(mergePageSelection(new Set(["x"]), "all", page)).toEqual(new Set(["x", "a", "b"]));
});

test("clearing the page keeps what is ticked on other pages, clearing again clears that too", () => {
  const left = mergePageSelection(new Set(["x", "a", "b"]), new Set(), page);
  expect(left).toEqual(new Set(["x"]));
  expect(mergePageSelection(left, new Set(), page)).toEqual(new Set());
});

test("taking one out of all that match leaves the rest of the page", () => {
  expect(mergePageSelection("all", new Set(["a"]), page)).toEqual(new Set(["a"]));
});
