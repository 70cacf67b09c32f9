import { decodeJwt } from "jose";
import { z } from "zod";
import { calendarFile } from "../_shared/calendar-file.ts";
import { asCaller, read } from "../_shared/database.ts";
import { post, Refusal, readBody } from "../_shared/http.ts";
import { appUrl, interviewLink } from "../_shared/links.ts";
import { scheduleEvent } from "../_shared/schedule-event.ts";

const body = z.object({ scheduleId: z.uuid() });

const contact = z.object({
  school_name: z.string(),
  office_name: z.string(),
  support_email: z.string(),
  support_phone: z.string().nullable(),
});

const schedule = z.object({
  starts_at: z.string(),
  ends_at: z.string(),
  time_zone: z.string(),
  format: z.enum(["in_person", "virtual"]),
  video: z.enum(["in_app", "employer_url"]).nullable(),
  room: z.string().nullable(),
  revision: z.int(),
  cancelled_at: z.string().nullable(),
  oci: z.object({ employer: z.object({ name: z.string() }) }),
});

const columns =
  "starts_at, ends_at, time_zone, format, video, room, revision, cancelled_at, oci:ocis(employer:employers(name))";

/** The .ics of one schedule of whoever asks; the database decides whether it is theirs. */
Deno.serve(
  post(async (request) => {
    const { scheduleId } = await readBody(request, body);
    const database = asCaller(request);
    const query = database.from("schedules").select(columns).eq("id", scheduleId).maybeSingle();
    const found = await read(query, schedule.nullable());
    if (!found) throw new Refusal(404, "not_found", "This schedule is not among yours.");
    const settings = database.from("settings").select(Object.keys(contact.shape).join()).single();
    const school = await read(settings, contact);
    const entry = {
      ...scheduleEvent(school, found.oci.employer.name, found),
      scheduleId,
      revision: found.revision,
      cancelled: found.cancelled_at !== null,
    };
    const file = calendarFile([entry], {
      appUrl: appUrl(),
      interviewLink: await linkOf(request),
      stamp: new Date(),
    });
    return new Response(file, { headers: { "Content-Type": "text/calendar; charset=utf-8" } });
  }),
);

// The database has verified this token by answering. Staff have no link of their own.
function linkOf(request: Request): Promise<string> {
  const claims = decodeJwt(request.headers.get("Authorization")?.replace(/^Bearer /i, "") ?? "");
  if (typeof claims.link_id !== "string") {
    throw new Refusal(
      403,
      "not_a_guest",
      "Only the person an Interview Link belongs to may do this.",
    );
  }
  return interviewLink(claims.link_id, Number(claims.link_version));
}
