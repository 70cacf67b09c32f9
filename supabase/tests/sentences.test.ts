import { expect, test } from "vitest";
import { readSchemas } from "../../dev/postgres/migration-files";
import { findSentences } from "./sentences";

test("functions answer codes and no sentences, and format no dates", async () => {
  const schemas = await readSchemas();
  expect(schemas.flatMap(({ script }) => findSentences(script))).toEqual([]);
});

test.each([
  "perform private.refuse('This slot is gone.');",
  "return format('%s is already booked', v_name);",
  "return to_char(v_at, 'FMDy FMDD Mon');",
  "return to_char(v_at, 'HH12:MI');",
])("%s is found", (statement) => {
  const script = `create function private.canary() returns text as $$ ${statement} $$;`;
  expect(findSentences(script)).not.toEqual([]);
});
