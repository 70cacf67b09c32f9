import { decodeJwt } from "jose";
import { z } from "zod";
import { calendarFile } from "../_shared/calendar-file.ts";
import { asCaller } from "../_shared/database.ts";
import { HttpError, post, readBody } from "../_shared/http.ts";
import { appUrl } from "../_shared/links.ts";
import { ownEntries } from "./entries.ts";

const body = z.union([z.object({ scheduleId: z.uuid() }), z.object({ slotId: z.uuid() })]);

/** The .ics of one schedule, or one interview, of whoever asks; the database decides whether it is theirs. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    const which =
      "scheduleId" in asked ? { p_schedule_id: asked.scheduleId } : { p_slot_id: asked.slotId };
    const found = await ownEntries(asCaller(request), which, roleOf(request) === "student");
    if (!found) throw new HttpError(404, "not_found", { what: "interview" });
    const { entries, school } = found;
    const file = calendarFile(entries, {
      method: "publish",
      appUrl: appUrl(),
      stamp: new Date(),
      organizer: { name: school.office_name, email: school.support_email },
    });
    return new Response(file, { headers: { "Content-Type": "text/calendar; charset=utf-8" } });
  }),
);

// Only words its own holder reads depend on it: the database has verified the token by answering.
function roleOf(request: Request): unknown {
  return decodeJwt(request.headers.get("Authorization")?.replace(/^Bearer /i, "") ?? "").role;
}
