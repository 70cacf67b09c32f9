import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import type { CalendarEntry } from "../_shared/calendar-file.ts";
import { read } from "../_shared/database.ts";
import { scheduleEvent } from "../_shared/schedule-event.ts";
import { studentEntries } from "../_shared/student-entries.ts";

const contact = z.object({
  school_name: z.string(),
  office_name: z.string(),
  support_email: z.string(),
  support_phone: z.string().nullable(),
});

const place = z.object({
  time_zone: z.string(),
  format: z.enum(["in_person", "virtual"]),
  video: z.enum(["in_app", "external"]).nullable(),
  location: z.string().nullable(),
  revision: z.int(),
  canceled_at: z.string().nullable(),
  oci: z.object({ employer: z.object({ name: z.string() }) }),
});
const placeColumns =
  "time_zone, format, video, location, revision, canceled_at, oci:ocis(employer:employers(name))";

const times = z.object({ starts_at: z.string(), ends_at: z.string() });
const schedule = place.extend(times.shape);
const interview = z.object({ id: z.uuid(), schedule_id: z.uuid(), ...times.shape });

/** Null when this schedule is not one that the caller may read. */
export async function scheduleEntries(
  database: PostgrestClient,
  scheduleId: string,
): Promise<CalendarEntry[] | null> {
  const columns = `starts_at, ends_at, ${placeColumns}`;
  const query = database.from("schedules").select(columns).eq("id", scheduleId).maybeSingle();
  const found = await read(query, schedule.nullable());
  if (!found) return null;
  const event = scheduleEvent(await schoolOf(database), found.oci.employer.name, found);
  const { revision, canceled_at } = found;
  return [{ ...event, scheduleId, revision, canceled: canceled_at !== null }];
}

/** Null when this interview is not one that the caller may read. */
export async function interviewEntries(
  database: PostgrestClient,
  slotId: string,
): Promise<CalendarEntry[] | null> {
  const one = database.from("slots").select("schedule_id").eq("id", slotId).maybeSingle();
  const asked = await read(one, z.object({ schedule_id: z.uuid() }).nullable());
  if (!asked) return null;
  // All of that day's: each keeps the calendar entry that its place among them gives it.
  const ofDay = database
    .from("slots")
    .select("id, schedule_id, starts_at, ends_at")
    .eq("schedule_id", asked.schedule_id)
    .order("starts_at");
  const where = database
    .from("schedules")
    .select(placeColumns)
    .eq("id", asked.schedule_id)
    .maybeSingle();
  const { oci, ...day } = await read(where, place);
  const slots = await read(ofDay, z.array(interview));
  const interviews = slots.map((slot) => ({ ...day, ...slot, employer: oci.employer.name }));
  const entries = studentEntries(await schoolOf(database), interviews);
  return entries.filter((_, index) => slots[index]?.id === slotId);
}

function schoolOf(database: PostgrestClient) {
  const columns = Object.keys(contact.shape).join();
  return read(database.from("settings").select(columns).single(), contact);
}
