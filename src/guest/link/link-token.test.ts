import { expect, test } from "vitest";
import { readToken } from "./link-token";

const token = "AbC-_9zz";
const read = (path: string) => readToken(new URL(path, "https://interviews.example"));

test.each([
  ["as it was sent", `/interview#${token}`],
  ["with the # encoded", `/interview%23${token}`],
  ["with the # encoded after a slash", `/interview/%23${token}`],
  ["with the # encoded twice", `/interview%2523${token}`],
  ["with the # encoded in the query", `/interview?%23${token}`],
  ["with what a gateway added", `/interview%23${token}?utm_source=mail`],
  ["with a sentence's full stop", `/interview#${token}.`],
])("reads the token %s", (_case, path) => {
  expect(read(path)).toBe(token);
});

test("takes what is no token for one, so that it gets the same page", () => {
  expect(read("/interview#%00%ff")).toBe("%00%ff");
});

test.each(["/interview", "/interview#", "/interview?from=mail", "/interview/"])(
  "finds none in %s",
  (path) => {
    expect(read(path)).toBeNull();
  },
);
