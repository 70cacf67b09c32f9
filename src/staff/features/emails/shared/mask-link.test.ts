import { expect, test } from "vitest";
import { maskLink } from "./mask-link";

test("every place of the link is masked", () => {
  expect(maskLink('<a href="{{interview_link}}">{{interview_link}}</a>')).toBe(
    '<a href="…/interview#••••">…/interview#••••</a>',
  );
});

test("also where a calendar file folded the line within it", () => {
  expect(maskLink("DESCRIPTION:Your page: {{interview_l\r\n ink}}\r\nSTATUS:CONFIRMED")).toBe(
    "DESCRIPTION:Your page: …/interview#••••\r\nSTATUS:CONFIRMED",
  );
});
