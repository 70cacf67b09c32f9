import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const field =
  /<(form|input|select|textarea|Form\w*|DialogForm|\w*Field|TextArea|Select|RadioGroup|Checkbox\w*|ComboBox|SlotPicker|SegmentedControl|FileDrop)\b|useForm[<(]|useUnsavedWork\(/;
/** What the forms are made of. */
const layer = /^(ui|shared\/forms|staff\/forms)\//;

/** Every file below src in which something can be typed or chosen. */
export function filesWithFields(): string[] {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" });
  return files.filter(
    (file) =>
      file.endsWith(".tsx") &&
      !layer.test(file) &&
      field.test(readFileSync(join("src", file), "utf8")),
  );
}

const filter = "A filter: it is kept in the URL, or changes only what is shown.";
const signIn =
  "A password, a code or one address: whoever leaves means to, and the browser fills it in again.";
const choice = "One choice beside a button, made again with one click.";
const atOnce = "Saved, or opened in a dialog, as soon as it is chosen.";
const part = "A part of a form that is tried.";

/** The files with fields that do not ask, and why. */
export const notAsked: Record<string, string> = {
  "guest/overview/propose-form.tsx": "A name and an address, below what one reads.",
  "guest/parts/paste-link.tsx": "One link, pasted again as easily.",
  "room/parts/chat.tsx": "A line of chat, in the room that one is in.",
  "room/parts/device-select.tsx": atOnce,
  "shared/request-link-form.tsx": signIn,
  "staff/features/activity/activity-filter-bar.tsx": filter,
  "staff/features/assignments/new-interviewer-fields.tsx": part,
  "staff/features/assignments/shared/decline-dialog.tsx": choice,
  "staff/features/assignments/slot-picker.tsx": part,
  "staff/features/auth/code-form.tsx": signIn,
  "staff/features/auth/email-code-steps.tsx": signIn,
  "staff/features/auth/new-password-page.tsx": signIn,
  "staff/features/auth/password-form.tsx": signIn,
  "staff/features/emails/list/email-filter-bar.tsx": filter,
  "staff/features/emails/message/email-content.tsx": filter,
  "staff/features/import/choose-file.tsx": atOnce,
  "staff/features/import/import-choice.tsx": choice,
  "staff/features/import/map-columns.tsx": part,
  "staff/features/links/bulk/send-plan.tsx": choice,
  "staff/features/links/shared/interview-link.tsx": "Only shows the link.",
  "staff/features/links/shared/use-notifying-action.tsx": choice,
  "staff/features/ocis/oci-filter-bar.tsx": filter,
  "staff/features/office-words/preview.tsx": filter,
  "staff/features/schedules/form/break-fields.tsx": part,
  "staff/features/schedules/form/day-fields.tsx": part,
  "staff/features/schedules/form/location-fields.tsx": part,
  "staff/features/schedules/release/release-dialog.tsx": choice,
  "staff/features/schedules/release/release-page.tsx": choice,
  "staff/features/schedules/templates/template-field.tsx": part,
  "staff/features/settings/accent-field.tsx": part,
  "staff/features/settings/logo-section.tsx": atOnce,
  "staff/features/settings/staff-row.tsx": atOnce,
  "staff/features/students/documents/documents-section.tsx": atOnce,
  "staff/features/today/today-page.tsx": filter,
  "staff/lists/date-filter.tsx": filter,
  "staff/lists/directory-filter-bar.tsx": filter,
};
