import { decodeJwt } from "jose";
import { z } from "zod";
import { asCaller } from "../_shared/database.ts";
import { HttpError, post, readBody } from "../_shared/http.ts";
import { ownCalendar } from "../_shared/own-entries.ts";

const body = z.union([z.object({ scheduleId: z.uuid() }), z.object({ slotId: z.uuid() })]);

/** The .ics of one schedule, or one interview, of whoever asks; the database decides whether it is theirs. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    const which =
      "scheduleId" in asked ? { p_schedule_id: asked.scheduleId } : { p_slot_id: asked.slotId };
    const database = asCaller(request);
    const { file, count } = await ownCalendar(database, which, roleOf(request) === "student");
    if (count === 0) throw new HttpError(404, "not_found", { what: "interview" });
    return new Response(file, { headers: { "Content-Type": "text/calendar; charset=utf-8" } });
  }),
);

// Only words its own holder reads depend on it: the database has verified the token by answering.
function roleOf(request: Request): unknown {
  return decodeJwt(request.headers.get("Authorization")?.replace(/^Bearer /i, "") ?? "").role;
}
