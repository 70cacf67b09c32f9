import { listNames } from "../../list-names";
import { at, type ErrorMessage, say } from "./message";

const unknown = (field: string): ErrorMessage =>
  at(
    field,
    ({ fields }: { fields: string[] }) =>
      `${listNames(fields)} ${fields.length === 1 ? "is not a field" : "are not fields"} of this email. Use Insert field.`,
  );

/** Why the office's words for an email were refused. */
export const officeWordMessages: Record<string, ErrorMessage> = {
  subject_not_a_line: at("subject", "Enter one line of at most 200 characters."),
  subject_without_summary: at(
    "subject",
    "Keep {{summary}} in the subject: it says what changed or was canceled.",
  ),
  subject_unknown_fields: unknown("subject"),
  introduction_too_long: at("introduction", "Enter at most 2,000 characters."),
  introduction_unknown_fields: unknown("introduction"),
  closing_too_long: at("closing", "Enter at most 2,000 characters."),
  closing_unknown_fields: unknown("closing"),
  logo_not_an_image: say("Choose a PNG or a JPEG."),
  logo_too_large: say("Choose an image of at most 200 KB."),
  settings_accent_color_check: at(
    "accent_color",
    "Choose a darker color: white text on it needs a contrast of at least 4.5 : 1.",
  ),
};
