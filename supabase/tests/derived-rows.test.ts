import { describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, one, query, refreshLists } = withFixture();

const derived = {
  ocis: "select to_jsonb(l) as row from oci_list l order by l.id",
  students: "select id, interviews, has_resume from students order by id",
};

async function lists() {
  await as("owner");
  return { ocis: await query(derived.ocis), students: await query(derived.students) };
}

/** Which rows of the lists the statements so far have made stale. */
async function stale() {
  await as("owner");
  return query<{ kind: string; id: string }>(
    "select kind, id from private.stale_rows where kind <> 'page' order by kind, id",
  );
}

const queueLinks = `select queue_interview_links(gen_random_uuid(), array['${ids.todayA}', '${ids.tomorrowA}']::uuid[])`;

/** Claims what is queued and records that result. */
async function deliver(result: string) {
  await as("service");
  const claimed = await query<{ email_id: string; lease_id: string }>(
    "select * from claim_emails()",
  );
  for (const { email_id, lease_id } of claimed) {
    await query(
      `select record_email_results('[{"email_id": "${email_id}", "lease_id": "${lease_id}", "result": "${result}"}]')`,
    );
  }
}

const opened = (id: string) => `update access_links set last_opened_at = now() where id = '${id}'`;

const changes: Record<string, string> = {
  "an OCI is added": `insert into ocis (employer_id, season) values ('${ids.employerB}', 'Fall')`,
  "an OCI is renamed": `update ocis set name = 'Second visit' where id = '${ids.ociA}'`,
  "an OCI is archived": `update ocis set archived_at = now() where id = '${ids.ociA}'`,
  "an employer is renamed": `update employers set name = 'Employer Z' where id = '${ids.employerA}'`,
  "a posting is renamed": `update job_postings set title = 'Job Z' where id = '${ids.postingA}'`,
  "a schedule is added": `insert into schedules (oci_id, on_date, time_zone, format, location, pattern) values ('${ids.ociA}', '2026-04-01', 'UTC', 'in_person', 'Hall', '{}')`,
  "a schedule is moved": `update schedules set on_date = '2026-03-06' where id = '${ids.tomorrowA}'`,
  "a schedule moves to external video": `update schedules set video = 'external' where id = '${ids.todayA}'`,
  "a schedule is canceled": `select cancel_schedule('${ids.todayA}', true)`,
  "a schedule is released": `select release_schedules(array['${ids.draftA}']::uuid[], true)`,
  "a schedule is deleted": `delete from schedules where id = '${ids.draftA}'`,
  "a slot is added": `select add_slot('${ids.todayA}', '2026-03-03 20:00Z', '2026-03-03 20:30Z')`,
  "a slot is removed": `select remove_slot('${ids.slotA2}')`,
  "a student is assigned": `select assign_student('${ids.slotA2}', '${ids.studentB}')`,
  "a student is unassigned": `select assign_student('${ids.slotA1}')`,
  "a student takes another's place": `update slots set student_id = '${ids.studentB}' where id = '${ids.slotTomorrow}'`,
  "an interviewer is assigned": `select assign_interviewers('${ids.tomorrowA}', array['${ids.colleagueA}']::uuid[])`,
  "an interviewer is taken off": `delete from schedule_interviewers where schedule_id = '${ids.draftA}'`,
  "an interviewer is archived": `update interviewers set archived_at = now() where id = '${ids.interviewerA}'`,
  "links are queued": queueLinks,
  "a résumé is removed": `select remove_document('${ids.resumeA}')`,
};

describe("after each change the lists hold what a fresh count gives", () => {
  test.each(Object.entries(changes))("%s", async (_, change) => {
    await refreshLists();
    const before = await lists();
    await as("admin");
    await query(change);
    await refreshLists();
    const after = await lists();
    expect(after).not.toEqual(before);

    await query("select private.refresh_ocis(array(select id from ocis))");
    await query("select private.refresh_students(array(select id from students))");
    expect(await lists()).toEqual(after);
  });
});

test("an interviewer's email refreshes its OCI when it is queued, fails, or its link is first opened or reset", async () => {
  await query(`delete from emails where id = '${ids.email}'`);
  await query(
    `delete from schedule_interviewers where interviewer_id <> '${ids.interviewerA}' and schedule_id <> '${ids.todayB}'`,
  );
  await refreshLists();
  const counts = async () => {
    await refreshLists();
    const [row] = await query<Record<string, number>>(
      `select to_send, sent, opened, needs_attention from oci_list where id = '${ids.ociA}'`,
    );
    return row;
  };
  const ofA = [{ kind: "oci", id: ids.ociA }];

  await as("admin");
  await query(queueLinks);
  expect(await stale()).toEqual(ofA);
  expect(await counts()).toEqual({ to_send: 1, sent: 2, opened: 0, needs_attention: 0 });

  await deliver("retry");
  expect(await stale()).toEqual([]);
  await query("update emails set due_at = private.clock()");
  await deliver("sent");
  expect(await stale()).toEqual([]);

  await as("owner");
  await query("update emails set created_at = now() - interval '1 hour'");
  await query(opened(ids.linkA));
  expect(await stale()).toEqual(ofA);
  expect(await counts()).toEqual({ to_send: 1, sent: 2, opened: 2, needs_attention: 0 });
  await query(opened(ids.linkA));
  expect(await stale()).toEqual([]);

  const email = await one<string>(
    `select link_email_id from schedule_interviewers where schedule_id = '${ids.todayA}'`,
  );
  await query(`insert into email_events (email_id, type) values ('${email}', 'bounced')`);
  expect(await stale()).toEqual(ofA);
  expect(await counts()).toEqual({ to_send: 3, sent: 0, opened: 2, needs_attention: 2 });
  await query(`insert into email_events (email_id, type) values ('${email}', 'complained')`);
  expect(await stale()).toEqual(ofA);

  await as("admin");
  await query(`select reset_access_link('${ids.interviewerA}')`);
  expect(await stale()).toEqual(ofA);
  expect(await counts()).toEqual({ to_send: 3, sent: 0, opened: 0, needs_attention: 2 });
});

test("an email whose link is reset before its first attempt is seen to be outdated", async () => {
  await as("admin");
  await query(queueLinks);
  await refreshLists();
  await as("owner");
  await query(`update access_links set version = version + 1 where id = '${ids.linkA}'`);
  await refreshLists();
  await query(
    `update emails set link_version = 1 where interviewer_id = '${ids.interviewerA}' and id <> '${ids.email}'`,
  );
  expect(await stale()).toEqual([{ kind: "oci", id: ids.ociA }]);
});

test("however much changes in a transaction, each row is refreshed once", async () => {
  await refreshLists();
  await as("admin");
  await query(`select assign_student('${ids.slotA2}', '${ids.studentB}')`);
  await query(`select assign_student('${ids.slotA2}')`);
  await query(`select shift_schedule('${ids.todayA}', 30)`);
  await query(`select release_schedules(array['${ids.draftA}']::uuid[], true)`);
  expect(await stale()).toEqual([
    { kind: "oci", id: ids.ociA },
    { kind: "student", id: ids.studentB },
  ]);
  await refreshLists();
  expect(await stale()).toEqual([]);
});

test("outcomes and labels make nothing stale, and leave reservations as they are", async () => {
  await refreshLists();
  const reservations =
    "select slot_id, resource, ctid::text from private.reservations order by 1, 2";
  const before = await query(reservations);
  await as("admin");
  await query(`select set_outcome('${ids.slotA1}', 'completed', 'fine')`);
  await query(`update slots set label = 'x' where schedule_id = '${ids.todayA}'`);
  expect(await stale()).toEqual([]);
  expect(await query(reservations)).toEqual(before);
});
