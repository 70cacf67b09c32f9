import { expect, test } from "vitest";
import { plainCell, toCsv } from "./csv";

const csvOf = (...values: (string | boolean | null)[]) =>
  toCsv([{ label: "Value", value: (value: string | boolean | null) => value }], values)
    .slice(1)
    .split("\r\n")
    .slice(1, -1);

test("a file begins with a byte order mark and its headings", () => {
  expect(toCsv([{ label: "Full name", value: String }], [])).toBe("\uFEFFFull name\r\n");
});

test("commas, quotation marks and line breaks stay inside their cell", () => {
  expect(csvOf("Lee, Jordan")).toEqual(['"Lee, Jordan"']);
  expect(csvOf('the "A" list')).toEqual(['"the ""A"" list"']);
  expect(csvOf("two\nlines")).toEqual(['"two\nlines"']);
  expect(csvOf(null, true, false)).toEqual(["", "yes", "no"]);
});

test.each(["=1+1", "+1 617", "-2", "@SUM(A1)", "\t=1+1"])(
  "a spreadsheet does not run %j, and an import reads it as it was",
  (text) => {
    expect(csvOf(text)).toEqual([`'${text}`]);
    expect(plainCell(`'${text}`)).toBe(text);
  },
);

test("an apostrophe of a name's own stays", () => {
  expect(plainCell("'t Hooft")).toBe("'t Hooft");
});
