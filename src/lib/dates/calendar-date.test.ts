import { expect, onTestFinished, test, vi } from "vitest";
import { formatDate, formatDates } from "./calendar-date";
import { setLocale } from "./format-date";

function inNovember2026() {
  vi.useFakeTimers({ now: new Date(2026, 10, 22) });
  onTestFinished(() => void vi.useRealTimers());
}

test("a date shows its year when it is another one", () => {
  inNovember2026();
  expect(formatDate("2026-11-24")).toBe("Tue, Nov 24");
  expect(formatDate("2027-01-05")).toBe("Tue, Jan 5, 2027");
});

test.each([
  ["2026-11-24", "2026-11-24", "Tue, Nov 24"],
  ["2026-11-24", "2026-11-25", "Nov 24–25"],
  ["2026-11-30", "2026-12-02", "Nov 30 – Dec 2"],
  ["2027-11-24", "2027-11-25", "Nov 24–25, 2027"],
])("%s to %s are %s", (first, last, text) => {
  inNovember2026();
  expect(formatDates(first, last)).toBe(text);
});

test("dates are written as the locale of the office writes them", () => {
  inNovember2026();
  setLocale("en-GB");
  onTestFinished(() => setLocale("en-US"));
  expect(formatDate("2026-11-24")).toBe("Tue 24 Nov");
  expect(formatDates("2026-11-24", "2026-11-25")).toBe("24–25 Nov");
});
