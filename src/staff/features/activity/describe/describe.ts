import { emailKindLabels } from "../../../labels";
import { directoryDescriptions } from "./describe-directory";
import { roomDescriptions } from "./describe-room";
import { scheduleDescriptions } from "./describe-schedule";
import { type ActivityRow, type Describe, type Line, readLine } from "./line";

const kindOf = ({ kind }: Line["detail"]) => emailKindLabels[kind as keyof typeof emailKindLabels];

const officeDescriptions: Record<string, Describe> = {
  "emails.queue": ({ detail }) => {
    if (detail.notified) {
      return `notified ${detail.notified === 1 ? "1 person" : `${detail.notified} people`} of a change`;
    }
    if (detail.students) {
      return `sent ${detail.students === 1 ? "1 student" : `${detail.students} students`} their link`;
    }
    return `sent the Interview Link to ${detail.people === 1 ? "1 person" : `${detail.people} people`}`;
  },
  "emails.test": ({ subject }) => `sent themselves a test of the email to ${subject}`,
  "emails.lift_suppression": ({ detail }) => `allowed emails to ${detail.email} again`,
  "access_links.reset": ({ subject }) => `reset ${subject}’s Interview Link`,
  "access_links.reveal": ({ subject }) => `looked at ${subject}’s Interview Link`,
  "access_links.send_overview": ({ subject }) => `sent ${subject} the link to their overview`,
  "access_links.resend": ({ subject }) => `resent ${subject}’s Interview Link`,
  "email_words.save": ({ detail }) => `changed the words of emails: ${kindOf(detail)}`,
  "email_words.reset": ({ detail }) => `reset the words of emails: ${kindOf(detail)}`,
  "school_logo.save": () => "changed the logo in emails",
  "school_logo.remove": () => "removed the logo from emails",
  "settings.update": ({ detail, change }) => {
    const reason = change("sending_paused_reason");
    if (reason) return reason[1] ? `paused sending (“${reason[1]}”)` : "resumed sending";
    return `changed the office’s settings: ${Object.keys(detail).join(", ").replaceAll("_", " ")}`;
  },
  "staff.insert": (line) => `gave ${line.subject} access as ${line.change("role")?.[1]}`,
  "staff.delete": ({ subject }) => `took ${subject}’s access away`,
  "staff.update": (line) => {
    const role = line.change("role")?.[1];
    return role ? `made ${line.subject} ${role}` : `renamed a staff member to ${line.subject}`;
  },
};

const describe: Record<string, Describe> = {
  ...scheduleDescriptions,
  ...roomDescriptions,
  ...directoryDescriptions,
  ...officeDescriptions,
};

/** What someone did, to follow their name: "assigned Jordan Lee to 9:30 AM". */
export function describeActivity(row: ActivityRow): string {
  return describe[row.action]?.(readLine(row)) ?? row.action.replaceAll(/[._]/g, " ");
}
