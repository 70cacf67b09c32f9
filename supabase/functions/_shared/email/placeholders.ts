import { firstName } from "../first-name.ts";

/** What differs from person to person in an email that is otherwise rendered once. */
export const placeholder = {
  interviewLink: "{{interview_link}}",
  recipientName: "{{recipient_name}}",
  recipientFirstName: "{{recipient_first_name}}",
  recipientEmail: "{{recipient_email}}",
};

/** What a person's copy has in place of their placeholders; not the link. */
export const personValues = (name: string, email: string): Values => ({
  [placeholder.recipientName]: name,
  [placeholder.recipientFirstName]: firstName(name),
  [placeholder.recipientEmail]: email,
});

/** Values by placeholder; a placeholder without one stays. What a value contains is not filled again. */
export type Values = Partial<Record<string, string>>;

export function fillText(template: string, values: Values): string {
  return template.replace(/\{\{\w+\}\}/g, (found) => values[found] ?? found);
}

export function fillHtml(template: string, values: Values): string {
  const escaped = Object.entries(values).map(([name, value = ""]) => [name, escapeHtml(value)]);
  return fillText(template, Object.fromEntries(escaped));
}

/**
 * Makes text that people typed fit for a header, a template and a line of plain text: no control
 * characters (line breaks end a header), no writing direction overrides, no placeholder of its own.
 */
export const tame = (text: string): string => tamePart(text).trim();

/** The same for a part of a text, whose outer spaces stay. */
export function tamePart(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\{(?=\{)/g, "{ ");
}

/** The same for what is a header: mail programs read "=?utf-8?Q?…?=" as what it encodes. */
export const headerText = (text: string): string => text.replaceAll("=?", "= ?");

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
