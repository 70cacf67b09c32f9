import type { Page as BrowserPage } from "@playwright/test";
import { type Dialog, type Page, paths } from "../../src/paths";
import { type Change, newOption, option, part, radio, selected, text, tick } from "./changes";
import { pdf } from "./documents";
import type { Scene } from "./scene";

/** A form, and one change of it that may not be lost unasked. */
export interface FormCase {
  /** The file with its fields, below src. */
  form: string;
  change: Change;
  /** What else must be filled in before it can be saved. */
  rest?: Change[];
  /** Opens what the URL alone does not. */
  open?: (page: BrowserPage) => Promise<void>;
  /** What it changes is not saved by a button of its own. */
  isPart?: true;
}

export interface DialogCase extends FormCase {
  /** The thing that it is about. */
  about?: keyof Scene;
}

/** A question, a plan, a choice of one thing: nothing was typed that closing it could lose. */
const noFields = "no fields";
/** It asks for confirmation and has one choice, made again with one click. */
const oneChoice = "one choice";
/** Its fields are a password or a code, which nobody should be kept from dropping, or one address. */
const signingIn = "signing in";

type Dialogs = { [P in Page]: Record<Dialog<P>, DialogCase | typeof noFields | typeof oneChoice> };
type Pages = Record<keyof typeof paths, FormCase | typeof noFields | typeof signingIn>;

/** Every page of the app. One that is not listed is an error of types. */
export const pages: Pages = {
  signIn: signingIn,
  signInCode: signingIn,
  forgotPassword: signingIn,
  newPassword: signingIn,
  noAccess: noFields,
  home: noFields,
  today: noFields,
  ocis: noFields,
  oci: noFields,
  sendLinks: noFields,
  releaseSchedules: noFields,
  newSchedule: {
    form: "staff/features/schedules/form/schedule-form.tsx",
    change: text("Name"),
    rest: [part(/^month, Date/, "10"), part(/^day, Date/, "21"), part(/^year, Date/, "2027")],
  },
  schedule: noFields,
  editSchedule: {
    form: "staff/features/schedules/form/schedule-form.tsx",
    change: part(/^hour, Day ends/, "11"),
  },
  printSchedule: noFields,
  videoRoom: noFields,
  employers: noFields,
  employer: noFields,
  interviewers: noFields,
  students: noFields,
  student: noFields,
  posting: noFields,
  emails: noFields,
  email: noFields,
  batch: noFields,
  activity: noFields,
  import: {
    form: "staff/features/import/import-file.tsx",
    change: selected("Program", "Not in this file"),
    isPart: true,
    async open(page) {
      const choosing = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Choose a file" }).click();
      const buffer = Buffer.from("Full name,Email,Program\nAda,ada@students.example,JD\n");
      await (await choosing).setFiles({ name: "students.csv", mimeType: "text/csv", buffer });
    },
  },
  settings: { form: "staff/features/settings/office-form.tsx", change: text("School") },
  officeWords: {
    form: "staff/features/office-words/words-form.tsx",
    change: text("Introduction"),
  },
};

/** Every dialog that a URL opens. One that is not listed is an error of types. */
export const dialogs: Dialogs = {
  today: {
    message: {
      form: "staff/features/today/message-dialog.tsx",
      about: "slotToday",
      change: text("Message"),
    },
    "message-all": { form: "staff/features/today/message-dialog.tsx", change: text("Message") },
    notices: noFields,
    outcome: {
      form: "staff/features/today/outcome-dialog.tsx",
      about: "slotToday",
      change: text("Note (optional, for the office)"),
    },
    url: {
      form: "staff/features/today/url-dialog.tsx",
      about: "slotToday",
      change: text("Meeting URL", "https://meet.example.com/typed"),
    },
  },
  ocis: {
    notices: noFields,
    new: {
      form: "staff/features/ocis/oci-form.tsx",
      change: newOption("Employer", "Typed Employer"),
    },
  },
  oci: {
    edit: { form: "staff/features/ocis/oci-form.tsx", change: text("Name (optional)") },
    "auto-assign": noFields,
    notices: noFields,
  },
  newSchedule: {
    templates: {
      form: "staff/features/schedules/templates/template-row.tsx",
      change: text(/^New name of/),
      open: (page) =>
        page
          .getByRole("button", { name: /^Rename / })
          .first()
          .click(),
    },
  },
  schedule: {
    "add-slot": {
      form: "staff/features/schedules/dialogs/add-slot-dialog.tsx",
      change: radio("Break", "Interview"),
    },
    "auto-assign": noFields,
    cancel: noFields,
    copy: {
      form: "staff/features/schedules/dialogs/copy-dialog.tsx",
      change: tick("Include its interviewers"),
    },
    decline: oneChoice,
    interviewers: {
      form: "staff/features/assignments/shared/assign-interviewers-dialog.tsx",
      change: tick(/Kim Example/),
    },
    move: {
      form: "staff/features/assignments/shared/move-student-dialog.tsx",
      about: "slot",
      change: option("To", "11:00", /11:00/),
    },
    notices: noFields,
    notify: { form: "staff/features/links/send/send-form.tsx", change: tick(/Aisha Osei-Mensah/) },
    "slot-interviewers": {
      form: "staff/features/schedules/dialogs/slot-interviewers-dialog.tsx",
      about: "slot",
      change: tick("Sam Example"),
    },
    place: {
      form: "staff/features/assignments/shared/place-applicant-dialog.tsx",
      about: "application",
      change: option("Slot", "11:00", /11:00/),
    },
    release: oneChoice,
    remove: noFields,
    replace: {
      form: "staff/features/assignments/shared/replace-interviewer-dialog.tsx",
      about: "interviewer",
      change: selected("New interviewer", /Kim Example/),
    },
    "correct-address": {
      form: "staff/features/links/shared/correct-address-dialog.tsx",
      about: "interviewer",
      change: text("Email address", "typed@employer.example"),
    },
    "reset-link": noFields,
    restore: noFields,
    send: { form: "staff/features/links/send/send-form.tsx", change: tick(/Sam Example/) },
    shift: {
      form: "staff/features/schedules/dialogs/shift-dialog.tsx",
      change: radio("Earlier", "Later"),
    },
    student: {
      form: "staff/features/assignments/shared/assign-student-dialog.tsx",
      change: option("Student", "Noor Haddad-Vance", /Noor Haddad-Vance/),
    },
    swap: {
      form: "staff/features/assignments/shared/move-student-dialog.tsx",
      about: "slot",
      change: option("With", "Aisha Osei-Mensah", /Aisha Osei-Mensah/),
    },
    template: {
      form: "staff/features/schedules/templates/save-template-dialog.tsx",
      change: text("Name"),
    },
    time: {
      form: "staff/features/schedules/dialogs/slot-time-dialog.tsx",
      about: "slot",
      change: part(/^minute, From/, "15"),
    },
    unassign: noFields,
    unrelease: noFields,
  },
  employers: {
    new: { form: "staff/features/employers/employer-dialog.tsx", change: text("Name") },
  },
  employer: {
    edit: { form: "staff/features/employers/employer-dialog.tsx", change: text("Name") },
    interviewer: {
      form: "staff/features/employers/interviewer-dialog.tsx",
      change: text("Full name"),
      rest: [text("Email address", "typed@employer.example")],
    },
  },
  students: {
    new: {
      form: "staff/features/students/student-dialog.tsx",
      change: text("Full name"),
      rest: [text("Email address", "typed@students.example")],
    },
  },
  student: {
    edit: { form: "staff/features/students/student-dialog.tsx", change: text("Full name") },
    "reset-link": noFields,
  },
  email: {
    "correct-address": {
      form: "staff/features/links/shared/correct-address-dialog.tsx",
      change: text("Email address", "typed@employer.example"),
    },
    "reset-link": noFields,
  },
  emails: {
    pause: { form: "staff/features/emails/sending/pause-dialog.tsx", change: text("Reason") },
  },
  posting: {
    applicant: {
      form: "staff/features/postings/add-applicant-dialog.tsx",
      change: option("Student", "Aisha Osei-Mensah", /Aisha Osei-Mensah/),
    },
    edit: { form: "staff/features/postings/posting-form.tsx", change: text("Title") },
  },
};

/** Dialogs that no URL opens. */
export const otherDialogs: (DialogCase & { page: keyof typeof paths })[] = [
  {
    page: "student",
    form: "staff/features/students/documents/document-dialog.tsx",
    change: radio("Transcript", "Résumé"),
    async open(page) {
      const choosing = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Choose a file" }).click();
      await (await choosing).setFiles(pdf("Unsaved.pdf"));
    },
  },
];

/** The URL of a page that has a form or dialogs. */
export const urls: Partial<Record<keyof typeof paths, (scene: Scene) => string>> = {
  today: () => paths.today(),
  emails: () => paths.emails(),
  email: ({ email }) => paths.email(email),
  ocis: () => paths.ocis(),
  oci: ({ oci }) => paths.oci(oci),
  newSchedule: ({ oci }) => paths.newSchedule(oci),
  schedule: ({ schedule }) => paths.schedule(schedule),
  editSchedule: ({ schedule }) => paths.editSchedule(schedule),
  employers: () => paths.employers(),
  employer: ({ employer }) => paths.employer(employer),
  students: () => paths.students(),
  student: ({ student }) => paths.student(student),
  posting: ({ posting }) => paths.posting(posting),
  import: () => paths.import("students"),
  settings: () => paths.settings(),
  officeWords: () => paths.officeWords("interview_link"),
};
