import assert from "node:assert/strict";
import { formatSpan, formatZone, setLocale } from "./dates.ts";

Deno.test("dates are written as in the browser, with plain spaces", () => {
  const [start, end] = ["2026-11-25T14:30:00Z", "2026-11-25T15:00:00Z"];
  const span = () => formatSpan(start, end, "America/New_York");
  assert.equal(span(), "Wed, Nov 25, 9:30–10:00 AM EST");
  assert.equal(
    formatSpan(start, "2026-11-25T19:00:00Z", "America/New_York"),
    "Wed, Nov 25, 9:30 AM – 2:00 PM EST",
  );
  assert.equal(formatZone("America/New_York"), "Eastern Time (New York)");
  setLocale("en-GB");
  try {
    assert.equal(span(), "Wed 25 Nov, 09:30–10:00 EST");
  } finally {
    setLocale("en-US");
  }
});
