import { maskedLink } from "../../links/shared/masked-link";

// A calendar file folds its long lines anywhere, also within the placeholder.
const fold = "(?:\\r?\\n[ \\t])?";
const placeholder = new RegExp([..."{{interview_link}}"].map((c) => `[${c}]`).join(fold), "g");

/** What was sent, with a mask where the working link stood: that one is kept nowhere. */
export function maskLink(text: string): string {
  return text.replaceAll(placeholder, maskedLink);
}
