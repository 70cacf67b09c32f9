import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paths } from "./paths";

test("what has no value is left out of a URL", () => {
  expect(paths.emails()).toBe("/admin/emails");
  expect(paths.emails(new URLSearchParams({ to: "a+b@c.edu", status: "" }))).toBe(
    "/admin/emails?to=a%2Bb%40c.edu",
  );
  expect(paths.schedule("1", { dialog: "send", about: "2" })).toBe(
    "/admin/schedules/1?dialog=send&about=2",
  );
});

test("no other file writes a path of the staff app", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const writing = files.filter((name) => /\/admin\b/.test(readFileSync(`src/${name}`, "utf8")));
  expect(writing.sort()).toEqual(["paths.test.ts", "paths.ts"]);
});
