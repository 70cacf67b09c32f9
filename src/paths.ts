/** The dialogs of each page: `?dialog=…` opens one, `&about=…` names the row that it is about. */
export const dialogs = {
  today: ["message", "message-all", "notices", "outcome", "url"],
  ocis: ["new", "notices"],
  oci: ["auto-assign", "edit", "notices"],
  newSchedule: ["templates"],
  schedule: [
    "add-slot",
    "auto-assign",
    "cancel",
    "copy",
    "decline",
    "interviewers",
    "move",
    "notices",
    "notify",
    "place",
    "release",
    "remove",
    "replace",
    "correct-address",
    "reset-link",
    "restore",
    "send",
    "shift",
    "slot-interviewers",
    "student",
    "swap",
    "template",
    "time",
    "unassign",
    "unrelease",
  ],
  employers: ["new"],
  employer: ["edit", "interviewer"],
  students: ["new"],
  student: ["edit", "reset-link"],
  email: ["correct-address", "reset-link"],
  emails: ["pause"],
  posting: ["applicant", "edit"],
} as const;

export type Page = keyof typeof dialogs;
export type Dialog<P extends Page> = (typeof dialogs)[P][number];

type Opening<P extends Page> = { dialog: Dialog<P>; about?: string | null };
type Search<P extends Page> = URLSearchParams | Opening<P>;

/** Every page of the staff app; the guest's is in shared/interview-path.ts. A route is defined with its parameter's name: `paths.oci(":ociId")`. */
export const paths = {
  signIn: (next?: string | null) => path("/admin/sign-in", { next }),
  signInCode: (next?: string | null) => path("/admin/sign-in/code", { next }),
  forgotPassword: (next?: string | null) => path("/admin/forgot-password", { next }),
  newPassword: (next?: string | null) => path("/admin/new-password", { next }),
  noAccess: () => "/admin/no-access",

  home: () => "/admin",
  today: (search?: Search<"today">) => path("/admin/today", search),
  ocis: (search?: Search<"ocis">) => path("/admin/ocis", search),
  oci: (id: string, open?: Opening<"oci">) => path(`/admin/ocis/${id}`, open),
  sendLinks: (search?: URLSearchParams) => path("/admin/ocis/send", search),
  releaseSchedules: (search?: URLSearchParams) => path("/admin/ocis/release", search),
  newSchedule: (ociId: string, open?: Opening<"newSchedule">) =>
    path(`/admin/ocis/${ociId}/schedules/new`, open),
  schedule: (id: string, open?: Opening<"schedule">) => path(`/admin/schedules/${id}`, open),
  editSchedule: (id: string) => `/admin/schedules/${id}/edit`,
  printSchedule: (id: string) => `/admin/schedules/${id}/print`,
  videoRoom: (slotId: string) => `/admin/rooms/${slotId}`,
  employers: (search?: Search<"employers">) => path("/admin/employers", search),
  employer: (id: string, open?: Opening<"employer">) => path(`/admin/employers/${id}`, open),
  interviewers: (search?: URLSearchParams) => path("/admin/interviewers", search),
  students: (search?: Search<"students">) => path("/admin/students", search),
  student: (id: string, open?: Opening<"student">) => path(`/admin/students/${id}`, open),
  posting: (id: string, open?: Opening<"posting">) => path(`/admin/postings/${id}`, open),
  emails: (search?: URLSearchParams) => path("/admin/emails", search),
  email: (id: string, search?: Search<"email">) => path(`/admin/emails/${id}`, search),
  batch: (id: string) => `/admin/batches/${id}`,
  activity: (search?: URLSearchParams) => path("/admin/activity", search),
  import: (kind: string) => `/admin/import/${kind}`,
  settings: () => "/admin/settings",
  officeWords: (kind: string) => `/admin/settings/emails/${kind}`,
};

export const isStaffPath = (text: string) => /^\/admin(\/|\?|$)/.test(text);

/** What has no value is left out. */
function path(
  pathname: string,
  search: URLSearchParams | Record<string, string | null | undefined> = {},
): string {
  const entries = search instanceof URLSearchParams ? [...search] : Object.entries(search);
  const given = entries.flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length > 0 ? `${pathname}?${new URLSearchParams(given)}` : pathname;
}
