import { expect, test } from "vitest";
import {
  baselineFile,
  digestOf,
  findProblems,
  generateBaseline,
  readLock,
  readMigrations,
} from "../../dev/postgres/migration-files";

const baseline = await generateBaseline();
const released = [
  { name: baselineFile, script: baseline },
  { name: "20270101000000_rooms.sql", script: "create table rooms ();" },
];
const lock = Object.fromEntries(released.map(({ name, script }) => [name, digestOf(script)]));

test("the migrations may be deployed", async () => {
  expect(findProblems(await readMigrations(), await readLock(), baseline)).toEqual([]);
});

test("until its release the baseline is what the schemas say", () => {
  const edited = [{ name: baselineFile, script: `${baseline}\nselect 1;` }];
  expect(findProblems(edited, {}, baseline)).toEqual([
    `${baselineFile} is not what the schemas say: npm run baseline`,
  ]);
});

test("after its release the schemas go on, and the baseline stays", () => {
  expect(findProblems(released, lock, `${baseline}\ncreate table later ();`)).toEqual([]);
});

test.each(released)("a released migration may not change: $name", ({ name }) => {
  const changed = released.map((file) =>
    file.name === name ? { ...file, script: `${file.script}\n` } : file,
  );
  const problem = `${name} is released and may not change: add a migration instead`;
  expect(findProblems(changed, lock, baseline)).toEqual([problem]);
  const without = released.filter((file) => file.name !== name);
  expect(findProblems(without, lock, baseline)).toEqual([problem]);
});
