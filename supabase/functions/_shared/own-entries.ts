import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { calendarFile } from "./calendar-file.ts";
import { call, read } from "./database.ts";
import { appUrl } from "./links.ts";
import { scheduleEvent } from "./schedule-event.ts";
import { studentEvent } from "./student-event.ts";

const contact = z.object({
  school_name: z.string(),
  office_name: z.string(),
  support_email: z.string(),
  support_phone: z.string().nullable(),
});

const entry = z.object({
  schedule_id: z.uuid(),
  person_id: z.uuid(),
  key: z.int(),
  sequence: z.int(),
  starts_at: z.string(),
  ends_at: z.string(),
});

const place = z.object({
  id: z.uuid(),
  time_zone: z.string(),
  format: z.enum(["in_person", "virtual"]),
  video: z.enum(["in_app", "external"]).nullable(),
  location: z.string().nullable(),
  oci: z.object({ employer: z.object({ name: z.string() }) }),
});
const placeColumns = "id, time_zone, format, video, location, oci:ocis(employer:employers(name))";

/** The caller's own entries of a schedule, a slot or all their days, as an .ics, and how many there are. */
export async function ownCalendar(
  database: PostgrestClient,
  which: { p_schedule_id: string } | { p_slot_id: string } | Record<string, never>,
  isStudent: boolean,
) {
  const found = await call(database, "calendar_entries", which, z.array(entry));
  const ids = [...new Set(found.map(({ schedule_id }) => schedule_id))];
  const where = database.from("schedules").select(placeColumns).in("id", ids);
  const days = new Map((await read(where, z.array(place))).map((day) => [day.id, day]));
  const columns = Object.keys(contact.shape).join();
  const school = await read(database.from("settings").select(columns).single(), contact);
  const entries = found.flatMap(({ schedule_id, person_id, key, sequence, ...times }) => {
    const day = days.get(schedule_id);
    if (!day) return [];
    const employer = day.oci.employer.name;
    const event = isStudent
      ? studentEvent(school, { ...day, ...times, employer })
      : scheduleEvent(school, employer, { ...day, ...times });
    return [{ ...event, scheduleId: schedule_id, personId: person_id, key, sequence }];
  });
  const file = calendarFile(entries, {
    method: "publish",
    appUrl: appUrl(),
    stamp: new Date(),
    organizer: { name: school.office_name, email: school.support_email },
  });
  return { file, count: entries.length };
}
