import { randomUUID } from "node:crypto";
import type { Database } from "../../../../dev/postgres/database";

export const adminId = "10000000-0000-4000-8000-000000000001";
export const viewerId = "10000000-0000-4000-8000-000000000002";

/** The school and its staff. */
export async function seedOffice(database: Database) {
  await database.exec(`
    insert into auth.users (id, email) values
      ('${adminId}', 'admin@state.example'), ('${viewerId}', 'viewer@state.example');
    insert into public.staff (user_id, full_name, role) values
      ('${adminId}', 'Ada Admin', 'admin'), ('${viewerId}', 'Vic Viewer', 'viewer');
    insert into public.settings (school_name, office_name, sender_name, sender_email, reply_to, support_email)
    values ('State University', 'Career Services', 'Career Services', 'careers@state.example',
      'office@state.example', 'help@state.example');
  `);
}

export type Person = { id: string; name: string; email: string };

/** An employer's virtual schedule in two days' time, with two interviews and the given people. */
export async function addSchedule(database: Database, names: string[], employer = "Northwind LLP") {
  const scheduleId = randomUUID();
  const people: Person[] = names.map((name) => {
    const id = randomUUID();
    return { id, name, email: `${id}@northwind.example` };
  });
  const [oci] = await database.query<{ id: string }>(
    `with employer as (insert into public.employers (name) values ($1) returning id),
      posting as (insert into public.job_postings (employer_id, title) select id, 'Analyst' from employer returning *)
     insert into public.ocis (employer_id, job_posting_id, season)
     select employer_id, id, 'Fall' from posting returning id`,
    [`${employer} ${scheduleId.slice(0, 8)}`],
  );
  await database.query(
    `insert into public.schedules (id, oci_id, on_date, time_zone, format, video, pattern)
     values ($1, $2, (now() at time zone 'America/New_York')::date + 2, 'America/New_York', 'virtual', 'in_app', '{}')`,
    [scheduleId, oci?.id],
  );
  await database.query(
    `insert into public.slots (schedule_id, starts_at, ends_at)
     select s.id, t.at, t.at + interval '30 minutes' from public.schedules s,
       unnest(array[(s.on_date + time '09:00') at time zone s.time_zone, (s.on_date + time '09:30') at time zone s.time_zone]) t (at)
     where s.id = $1`,
    [scheduleId],
  );
  for (const { id, name, email } of people) {
    await database.query(
      `insert into public.interviewers (id, employer_id, full_name, email)
       select $1, o.employer_id, $2, $3 from public.ocis o where o.id = $4`,
      [id, name, email, oci?.id],
    );
    await database.query(
      "insert into public.schedule_interviewers (schedule_id, interviewer_id) values ($1, $2)",
      [scheduleId, id],
    );
  }
  return { scheduleId, people };
}
