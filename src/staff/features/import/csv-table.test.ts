import { expect, test } from "vitest";
import { DomainError } from "../../../lib/errors/domain-error";
import { readCsv } from "./csv-table";

const utf8 = (text: string) => new TextEncoder().encode(text);
const expected = { headers: ["Name", "Email"], rows: [["Zoë Lee", "zoe@x.example"]] };

test.each([
  ["commas", "Name,Email\nZoë Lee,zoe@x.example\n"],
  ["semicolons", "Name;Email\r\nZoë Lee;zoe@x.example"],
  ["tabs", "Name\tEmail\nZoë Lee\tzoe@x.example"],
  ["a byte order mark", "\uFEFFName,Email\nZoë Lee,zoe@x.example"],
  ["Excel's hint", "sep=;\r\nName;Email\r\nZoë Lee;zoe@x.example"],
  ["empty lines and spaces", "Name,Email\n\n Zoë Lee , zoe@x.example \n,\n"],
  ["quotation marks", '"Name","Email"\n"Zoë Lee","zoe@x.example"'],
])("reads %s", (_, text) => {
  expect(readCsv(utf8(text))).toEqual(expected);
});

test("reads what older spreadsheets write, in Windows-1252 and in UTF-16", () => {
  const text = "Name,Email\nZoë Lee,zoe@x.example";
  expect(readCsv(Uint8Array.from(text, (char) => char.charCodeAt(0)))).toEqual(expected);
  const utf16 = new Uint8Array(
    new Uint16Array([...`\uFEFF${text}`].map((c) => c.charCodeAt(0))).buffer,
  );
  expect(readCsv(utf16)).toEqual(expected);
});

test("a cell may hold the delimiter and line breaks", () => {
  expect(readCsv(utf8('Name,Note\n"Lee, Zoë","one\ntwo"')).rows).toEqual([
    ["Lee, Zoë", "one\ntwo"],
  ]);
});

test("what an export made safe comes back as it was", () => {
  expect(readCsv(utf8("Name,Note\nA,'=1+1")).rows).toEqual([["A", "=1+1"]]);
});

test("a column without a heading is named by its place", () => {
  expect(readCsv(utf8("Name,\nA,B")).headers).toEqual(["Name", "Column 2"]);
});

test.each([
  ["", new DomainError("csv_empty")],
  ["Name,Email\n", new DomainError("csv_empty")],
  ["PK\u0003\u0004", new DomainError("csv_is_spreadsheet")],
  ['Name\n"A\nB', new DomainError("csv_unclosed_quote", { row: 1 })],
])("says what is wrong with %j", (text, refusal) => {
  expect(() => readCsv(utf8(text))).toThrow(refusal);
});
