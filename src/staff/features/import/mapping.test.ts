import { expect, test } from "vitest";
import { kinds } from "./kinds";
import { guessMapping, missingFields, rowsOf } from "./mapping";

const { fields } = kinds.students;

test("columns are matched by their headings, however they are written", () => {
  expect(guessMapping(["E-MAIL", "Student name", "class_year", "Notes"], fields)).toEqual({
    email: 0,
    full_name: 1,
    class_year: 2,
  });
});

test("an exact heading wins over one that a field also goes by, and no column is used twice", () => {
  const { interviewers } = kinds;
  expect(guessMapping(["Name", "Full name", "Email", "Company"], interviewers.fields)).toEqual({
    full_name: 1,
    email: 2,
    employer: 3,
  });
});

test("what is required and not found has to be chosen", () => {
  expect(missingFields(guessMapping(["Email"], fields), fields).map(({ id }) => id)).toEqual([
    "full_name",
  ]);
});

test("rows take the mapped columns; a short row ends in empty cells", () => {
  const table = { headers: ["A", "B"], rows: [["x@x.example", "Zoë"], ["y@x.example"]] };
  expect(rowsOf(table, { email: 0, full_name: 1, program: undefined })).toEqual([
    { email: "x@x.example", full_name: "Zoë" },
    { email: "y@x.example", full_name: "" },
  ]);
});

test("every kind recognises the headings of its own example", () => {
  for (const { fields } of Object.values(kinds)) {
    const guessed = guessMapping(
      fields.map(({ label }) => label),
      fields,
    );
    expect(Object.keys(guessed)).toHaveLength(fields.length);
  }
});
