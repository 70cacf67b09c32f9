import { expect, test } from "vitest";
import { browserOf, isInsideApp } from "./browser";
import { explainProblem, problemOf } from "./media-problem";

const ios = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15";
const android = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36";

test.each([
  [`${windows} (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`, "chrome"],
  [`${windows} (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`, "edge"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "firefox"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15",
    "safari",
  ],
  [`${ios} Version/18.1 Mobile/15E148 Safari/604.1`, "ios"],
  [`${android} Chrome/156.0.0.0 Mobile Safari/537.36`, "android"],
])("%s", (userAgent, browser) => {
  expect(browserOf(userAgent)).toBe(browser);
  expect(isInsideApp(userAgent)).toBe(false);
});

test.each([
  `${ios} Mobile/15E148`,
  `${ios} Mobile/15E148 [LinkedInApp]/9.1`,
  `${android} Version/4.0 Chrome/156.0.0.0 Mobile Safari/537.36; wv)`,
  `${ios} GSA/340.0 Mobile/15E148 Safari/604.1`,
])("inside an app: %s", (userAgent) => {
  expect(isInsideApp(userAgent)).toBe(true);
});

test("each failure has a name and a fix of its own, in each browser", () => {
  const error = (name: string) => Object.assign(new Error(), { name });
  expect(problemOf(error("NotAllowedError"))).toBe("denied");
  expect(problemOf(error("NotFoundError"))).toBe("not_found");
  expect(problemOf(error("NotReadableError"))).toBe("in_use");
  expect(problemOf(error("TypeError"))).toBe("unsupported");
  const browsers = ["chrome", "edge", "firefox", "safari", "ios", "android", "other"] as const;
  const fixes = browsers.map((browser) => explainProblem("denied", "camera", browser).fix);
  expect(new Set(fixes).size).toBe(browsers.length);
  for (const fix of fixes) expect(fix).toMatch(/the camera|\bcamera\b/);
  expect(fixes.join()).not.toContain("{device}");
  const problems = ["denied", "not_found", "in_use", "unsupported", "ended"] as const;
  const titles = problems.map((problem) => explainProblem(problem, "microphone", "chrome").title);
  expect(new Set(titles).size).toBe(problems.length);
});
