import { decodeJwt } from "jose";
import { z } from "zod";
import { calendarFile } from "../_shared/calendar-file.ts";
import { asCaller } from "../_shared/database.ts";
import { HttpError, post, readBody } from "../_shared/http.ts";
import { appUrl, interviewLink } from "../_shared/links.ts";
import { interviewEntries, scheduleEntries } from "./entries.ts";

const body = z.union([z.object({ scheduleId: z.uuid() }), z.object({ slotId: z.uuid() })]);

/** The .ics of one schedule, or one interview, of whoever asks; the database decides whether it is theirs. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    const database = asCaller(request);
    const entries =
      "scheduleId" in asked
        ? await scheduleEntries(database, asked.scheduleId)
        : await interviewEntries(database, asked.slotId);
    if (!entries) throw new HttpError(404, "not_found", { what: "interview" });
    const file = calendarFile(entries, {
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
    throw new HttpError(403, "not_a_guest");
  }
  return interviewLink(claims.link_id, Number(claims.link_version));
}
