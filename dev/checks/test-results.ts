import { readFileSync } from "node:fs";
import { basename } from "node:path";

export interface TestResults {
  passed: number;
  failed: number;
  tests: { name: string; ms: number }[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; assertionResults: { fullName: string; duration?: number }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number };
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; tests: { results: { duration: number }[] }[] }[];
}

export function readVitest(path: string): TestResults {
  const report: VitestReport = read(path);
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map(({ fullName, duration = 0 }) => ({
      name: `${basename(file.name)}: ${fullName}`,
      ms: duration,
    })),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests, tests };
}

export function readPlaywright(path: string): TestResults {
  const { stats, suites }: PlaywrightReport = read(path);
  const tests = suites.flatMap(specsIn).map(({ title, file, tests: [test] }) => ({
    name: `${file}: ${title}`,
    ms: Math.max(...(test?.results ?? []).map(({ duration }) => duration), 0),
  }));
  return { passed: stats.expected, failed: stats.unexpected, tests };
}

const specsIn = ({ suites = [], specs }: PlaywrightSuite): PlaywrightSuite["specs"] => [
  ...specs,
  ...suites.flatMap(specsIn),
];

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
