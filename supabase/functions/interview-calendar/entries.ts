import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { call, read } from "../_shared/database.ts";
import { scheduleEvent } from "../_shared/schedule-event.ts";
import { studentEvent } from "../_shared/student-event.ts";

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
  time_zone: z.string(),
  format: z.enum(["in_person", "virtual"]),
  video: z.enum(["in_app", "external"]).nullable(),
  location: z.string().nullable(),
  oci: z.object({ employer: z.object({ name: z.string() }) }),
});
const placeColumns = "time_zone, format, video, location, oci:ocis(employer:employers(name))";

/** The caller's own entries of a schedule or a slot, and whom to ask; null when it is not theirs. */
export async function ownEntries(
  database: PostgrestClient,
  asked: { p_schedule_id: string } | { p_slot_id: string },
  isStudent: boolean,
) {
  const found = await call(database, "calendar_entries", asked, z.array(entry));
  const [first] = found;
  if (!first) return null;
  const where = database.from("schedules").select(placeColumns).eq("id", first.schedule_id);
  const { oci, ...day } = await read(where.single(), place);
  const columns = Object.keys(contact.shape).join();
  const school = await read(database.from("settings").select(columns).single(), contact);
  const employer = oci.employer.name;
  const entries = found.map(({ schedule_id, person_id, key, sequence, ...times }) => ({
    ...(isStudent
      ? studentEvent(school, { ...day, ...times, employer })
      : scheduleEvent(school, employer, { ...day, ...times })),
    scheduleId: schedule_id,
    personId: person_id,
    key,
    sequence,
  }));
  return { entries, school };
}
