import { queryOptions } from "@tanstack/react-query";
import { compareAsc } from "date-fns";
import { fillHtml, fillText, personValues } from "../../../../lib/email-placeholders";
import { supabase } from "../../../../lib/supabase/staff-client";
import { asDocument } from "../../../../lib/supabase/typed-results";
import { isInFlight } from "../api";
import { subjectOf } from "../shared/email-words";

const columns = `
  id, batch_id, kind, interviewer_id, student_id, to_name, to_email, subject, ics, link_version, sent_from,
  created_by, created_at, due_at, attempts, status, last_error, unsent_reason, sent_at,
  batch:email_batches(summary),
  body:email_bodies(html, text:body_text),
  events:email_events(id, type, at, detail, reason, params),
  interviewer:interviewers(employer_id, full_name, email, link:access_links(version, last_opened_at)),
  student:students(full_name, email, link:access_links(version, last_opened_at)),
  schedules:email_schedules(is_outdated, schedule:schedules(
    id, on_date, starts_at, oci:ocis(employer:employers(name), posting:job_postings(title))
  ))
` as const;

/** What our own steps note: which attempt it was, after how many we stopped, who had it retried. */
interface EventParams {
  attempt?: number;
  /** The attempt before was cut off; the mail server may have taken the email. */
  may_repeat?: boolean;
  attempts?: number;
  by?: string;
}

export const emailQuery = (id: string) =>
  queryOptions({
    queryKey: ["emails", id],
    refetchInterval: ({ state }) => (state.data && isInFlight(state.data.status) ? 1500 : 30_000),
    queryFn: async () => {
      const { data } = await supabase
        .from("emails")
        .select(columns)
        .eq("id", id)
        .single()
        .throwOnError();
      return {
        ...data,
        body: data.body && addressed(data.body, data),
        subject: subjectOf(
          data,
          data.schedules.map(({ schedule }) => schedule),
        ),
        /** Whom it was for; null when they are no longer here. */
        person: data.interviewer ?? data.student,
        personId: data.interviewer_id ?? data.student_id,
        // The provider reports late and in any order.
        events: data.events
          .map((event) => ({ ...event, params: asDocument<EventParams>(event.params) }))
          .toSorted((a, b) => compareAsc(a.at, b.at) || a.id - b.id),
        schedules: data.schedules.toSorted((a, b) =>
          compareAsc(
            a.schedule.starts_at ?? a.schedule.on_date,
            b.schedule.starts_at ?? b.schedule.on_date,
          ),
        ),
      };
    },
  });

/** As it was sent to this person: what is kept is the same for everyone. */
function addressed(
  body: { html: string; text: string },
  to: { to_name: string; to_email: string },
) {
  const values = personValues(to.to_name, to.to_email);
  return { html: fillHtml(body.html, values), text: fillText(body.text, values) };
}

export type Email = NonNullable<
  Awaited<ReturnType<NonNullable<ReturnType<typeof emailQuery>["queryFn"]>>>
>;

/** Whether the link that this email brought was reset since: it opens nothing any more. */
export function isLinkOld({ link_version, status, person }: Email): boolean {
  const wasSent = status !== "failed" && !isInFlight(status);
  return wasSent && (person?.link?.version ?? link_version) !== link_version;
}
