import { type EmailContent, isHeld } from "./payload.ts";
import { fillText, placeholder, tamePart, type Values } from "./placeholders.ts";
import { days, standardSubject } from "./subject.ts";

// The office's own words are text: they are tamed like all that people type, but for their fields.

const personal: Values = {
  "{{first_name}}": placeholder.recipientFirstName,
  "{{full_name}}": placeholder.recipientName,
};
const personalFields = /(\{\{(?:first_name|full_name)\}\})/;

/** The office's subject, else the standard one; also where it would hide what changed. */
export function subjectOf(content: EmailContent): string {
  const own = content.words?.subject;
  if (!own || (hasNews(content) && !own.includes("{{summary}}"))) return standardSubject(content);
  return fillFields(own, content).trim();
}

/** Its paragraphs, each of its lines. */
export function paragraphsOf(text: string, content: EmailContent): string[][] {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.split("\n").map((line) => fillFields(line, content)));
}

/** A reminder says so, and what it says of the times is current. */
function hasNews({ kind, schedules }: EmailContent): boolean {
  return kind !== "reminder" && schedules.some((one) => !isHeld(one) || one.state === "changed");
}

function fillFields(text: string, content: EmailContent): string {
  const { school, schedules, employer } = content;
  const employers = new Set(schedules.map((one) => one.employer));
  const filled = fillText(text, {
    "{{school}}": school.school_name,
    "{{office}}": school.office_name,
    "{{employer}}": employers.size > 0 ? [...employers].join(", ") : (employer ?? ""),
    "{{date}}": schedules.length > 0 ? days(schedules) : "",
    "{{summary}}": standardSubject(content),
  });
  return filled
    .split(personalFields)
    .map((part) => personal[part] ?? tamePart(part))
    .join("");
}
