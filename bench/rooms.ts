import type { Database } from "../dev/postgres/database";
import { seasonIds } from "./season";

export interface RoomMember {
  claims: { role: string } & Record<string, unknown>;
  /** Slot and session, as every function of a room takes them first. */
  at: string;
}

/** So many rooms, all of them now: one student and two interviewers each, with links of their own. */
export async function layRooms(database: Database, rooms: number): Promise<RoomMember[]> {
  await database.exec(`
    set session_replication_role = replica;
    create temporary table laid as
    select n, md5('live' || n)::uuid as schedule_id, md5('liveslot' || n)::uuid as slot_id, o.id as oci_id, o.employer_id
    from generate_series(1, ${rooms}) n
    join (select id, employer_id, row_number() over (order by id) as n from ocis) o using (n);
    insert into schedules (id, oci_id, on_date, time_zone, format, video, pattern, released_at)
    select schedule_id, oci_id, '${seasonIds.today}', 'UTC', 'virtual', 'in_app', '{}', now() from laid;
    insert into students (id, full_name, email)
    select md5('livestudent' || n)::uuid, 'Live student ' || n, 'live' || n || '@school.example' from laid;
    insert into interviewers (id, employer_id, full_name, email)
    select md5('liveinterviewer' || i || '-' || n)::uuid, employer_id, 'Live interviewer ' || n || '-' || i, 'live' || n || '-' || i || '@employer.example'
    from laid, generate_series(1, 2) i;
    insert into slots (id, schedule_id, starts_at, ends_at, student_id)
    select slot_id, schedule_id, '${seasonIds.today} 12:00Z', '${seasonIds.today} 12:30Z', md5('livestudent' || n)::uuid from laid;
    insert into schedule_interviewers (schedule_id, interviewer_id)
    select schedule_id, md5('liveinterviewer' || i || '-' || n)::uuid from laid, generate_series(1, 2) i;
    insert into access_links (student_id) select md5('livestudent' || n)::uuid from laid;
    insert into access_links (interviewer_id) select md5('liveinterviewer' || i || '-' || n)::uuid from laid, generate_series(1, 2) i;
    set session_replication_role = origin;
    create or replace function private.clock() returns timestamptz language sql stable set search_path = ''
    as $$ select current_setting('bench.now')::timestamptz $$;
  `);
  const links = await database.query<{ role: string; link: string; slot: string }>(`
    select 'student' as role, l.id as link, s.id as slot
    from laid join slots s on s.id = laid.slot_id join access_links l on l.student_id = s.student_id
    union all
    select 'interviewer', l.id, laid.slot_id
    from laid join schedule_interviewers i on i.schedule_id = laid.schedule_id join access_links l on l.interviewer_id = i.interviewer_id`);
  return links.map(({ role, link, slot }) => ({
    claims: { role, sub: link, link_id: link, link_version: 1 },
    at: `'${slot}', '${link}'`,
  }));
}
