import type { Schedule } from "../experience/experience";
import { callAsGuest } from "../link/api";
import type { Session } from "../link/session";

/** What `recruiter_overview` answers: the employer's days, today or later. */
export interface Overview {
  schedules: OverviewDay[];
  colleagues: Colleague[];
}

export interface OverviewDay
  extends Pick<
    Schedule,
    | "id"
    | "position"
    | "on_date"
    | "time_zone"
    | "starts_at"
    | "ends_at"
    | "format"
    | "video"
    | "location"
    | "canceled"
  > {
  interviewers: OverviewInterviewer[];
}

export interface OverviewInterviewer extends Colleague {
  link: "not_sent" | "on_its_way" | "sent" | "opened" | "not_delivered";
  /** When it was sent or opened. */
  link_at: string | null;
  may_resend: boolean;
  proposal: Proposal | null;
}

interface Proposal {
  id: string;
  substitute: string;
  declined: boolean;
}

export interface Colleague {
  id: string;
  full_name: string;
  title: string | null;
}

/** A colleague, or someone new. */
export type Substitute =
  | { id: string }
  | { person: { full_name: string; email: string; title: string } };

interface Assignment {
  scheduleId: string;
  interviewerId: string;
}

/** The overview as the holder of this link may use it. */
export function overviewApi({ withAccess }: Pick<Session, "withAccess">) {
  const call = <T>(name: string, args: object = {}) =>
    withAccess((accessToken) => callAsGuest<T>(name, args, accessToken));
  return {
    /** null once the office has taken the overview away. */
    read: () => call<Overview | null>("recruiter_overview"),
    resend: ({ scheduleId, interviewerId }: Assignment) =>
      call<null>("resend_to_colleague", {
        p_schedule_id: scheduleId,
        p_interviewer_id: interviewerId,
      }),
    propose: ({ scheduleId, interviewerId }: Assignment, substitute: Substitute) =>
      call<string>("propose_substitute", {
        p_schedule_id: scheduleId,
        p_interviewer_id: interviewerId,
        ...("id" in substitute
          ? { p_substitute_id: substitute.id }
          : { p_person: substitute.person }),
      }),
    withdraw: (id: string) => call<null>("withdraw_proposal", { p_id: id }),
  };
}

export type OverviewApi = ReturnType<typeof overviewApi>;
