import { expect, test } from "vitest";
import { degreeOf } from "./degree";

test("what is not known of a degree is left out", () => {
  expect(degreeOf({ program: "JD", class_year: 2027 })).toBe("JD 2027");
  expect(degreeOf({ program: null, class_year: 2027 })).toBe("2027");
  expect(degreeOf({ program: null, class_year: null })).toBe("");
});
