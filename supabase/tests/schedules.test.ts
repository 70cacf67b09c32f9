import { describe, expect, test } from "vitest";
import { DomainError } from "../../src/lib/errors/domain-error";
import { fieldOf, messageFor } from "../../src/lib/errors/messages";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, attempt, one, query, refreshLists, refused } = withFixture();

const pattern = (over: object = {}) =>
  `'${JSON.stringify({ first: "09:00", last: "12:00", slot_minutes: 30, ...over })}'`;
const save = (over: Record<string, string> = {}) => {
  const args: Record<string, string> = {
    p_on_date: "'2026-03-20'",
    p_time_zone: "'America/New_York'",
    p_format: "'virtual'",
    p_video: "'in_app'",
    p_pattern: pattern(),
    p_oci_id: `'${ids.ociA}'`,
    ...over,
  };
  const list = Object.entries(args).map(([name, value]) => `${name} => ${value}`);
  return attempt<string>(`select save_schedule(${list.join(", ")})`);
};
const assign = (slot: string, student: string) =>
  attempt(`select assign_student('${slot}', '${student}')`);

test("a schedule's slots are the ones that were previewed", async () => {
  await as("admin");
  const breaks = { breaks: [{ start: "10:15", end: "10:45", label: "Coffee" }], gap_minutes: 5 };
  const preview = await one<object[]>(
    `select jsonb_agg(to_jsonb(s) order by s.starts_at)
     from preview_slots('2026-03-20', 'America/New_York', ${pattern(breaks)}) s`,
  );
  const { value: id } = await save({ p_pattern: pattern(breaks) });
  const saved = await one<object[]>(
    `select jsonb_agg(jsonb_build_object('starts_at', starts_at, 'ends_at', ends_at, 'kind', kind, 'label', label) order by starts_at)
     from slots where schedule_id = '${id}'`,
  );
  expect(saved).toEqual(preview);
  expect(saved).toHaveLength(5);
});

test("an edit that began before another admin's does not undo it", async () => {
  await as("admin");
  const { value: id } = await save();
  const before = await one<object>(
    `select to_jsonb(x) from (select on_date, pattern, meeting_url from schedules where id = '${id}') x`,
  );
  const edit = (location: string) =>
    save({
      p_id: `'${id}'`,
      p_format: "'in_person'",
      p_video: "null",
      p_location: `'${location}'`,
      p_pattern: pattern({ last: "11:00" }),
      p_before: `'${JSON.stringify(before)}'`,
    });
  expect((await edit("Room 1")).code).toBeUndefined();
  expect((await edit("Room 2")).code).toBe("schedule_changed");
  expect(await one(`select location from schedules where id = '${id}'`)).toBe("Room 1");
});

test("no interview starts in the hour that a clock change skips", async () => {
  await as("admin");
  const slots = await query<{ at: string }>(
    `select to_jsonb(starts_at) #>> '{}' as at
     from preview_slots('2026-03-08', 'America/New_York', ${pattern({ first: "01:00", last: "04:00" })})`,
  );
  expect(slots.map(({ at }) => at)).toEqual([
    "2026-03-08T06:00:00+00:00",
    "2026-03-08T06:30:00+00:00",
    "2026-03-08T07:00:00+00:00",
    "2026-03-08T07:30:00+00:00",
  ]);
});

describe("a form's mistakes come back beside their field, with nothing written", () => {
  test.each([
    ["first", "unreadable_pattern", { p_pattern: pattern({ first: "25:00" }) }],
    ["last", "day_ends_before_it_starts", { p_pattern: pattern({ last: "08:00" }) }],
    ["last", "day_shorter_than_a_slot", { p_pattern: pattern({ slot_minutes: 240 }) }],
    ["slot_minutes", "slot_minutes_out_of_range", { p_pattern: pattern({ slot_minutes: 0 }) }],
    ["gap_minutes", "gap_minutes_out_of_range", { p_pattern: pattern({ gap_minutes: -5 }) }],
    [
      "breaks",
      "break_ends_before_it_starts",
      { p_pattern: pattern({ breaks: [{ start: "11:00", end: "10:00" }] }) },
    ],
    [
      "breaks",
      "break_outside_the_day",
      { p_pattern: pattern({ breaks: [{ start: "08:00", end: "08:30" }] }) },
    ],
    [
      "breaks",
      "breaks_overlap",
      {
        p_pattern: pattern({
          breaks: [
            { start: "09:00", end: "10:00" },
            { start: "09:30", end: "11:00" },
          ],
        }),
      },
    ],
    ["time_zone", "schedules_time_zone_check", { p_time_zone: "'Mars/Olympus'" }],
    ["time_zone", "schedules_time_zone_check", { p_time_zone: "'Evil/Zone+5'" }],
    ["first", "unreadable_pattern", { p_pattern: pattern({ first: "now" }) }],
    [
      "breaks",
      "too_many_breaks",
      { p_pattern: pattern({ breaks: Array(51).fill({ start: "10:00", end: "10:01" }) }) },
    ],
    ["on_date", "schedules_on_date_check", { p_on_date: "'infinity'" }],
    ["on_date", "schedules_on_date_check", { p_on_date: "'0044-03-15 BC'" }],
    ["on_date", "schedules_on_date_not_null", { p_on_date: "null" }],
    [
      "meeting_url",
      "schedules_meeting_url_check",
      { p_video: "'external'", p_meeting_url: "'javascript:alert(1)'" },
    ],
    [
      "meeting_url",
      "schedules_meeting_url_check",
      { p_video: "'external'", p_meeting_url: "'https://'" },
    ],
    [
      "meeting_url",
      "meeting_url_is_for_external_video",
      { p_meeting_url: "'https://meet.example.com/x'" },
    ],
    ["video", "video_is_for_virtual", { p_format: "'in_person'" }],
    ["location", "location_is_for_in_person", { p_location: "'Room 1'" }],
  ])("%s: %s, %o", async (field, code, over) => {
    await as("admin");
    const before = await one("select count(*) from schedules");
    const answer = await save(over as Record<string, string>);
    expect(answer.code).toBe(code);
    const refusal = new DomainError(code, answer.params);
    expect(fieldOf(refusal, (name) => name === field)).toBe(field);
    expect(messageFor(refusal)).toMatch(/^[A-Z].*\.$/);
    expect(await one("select count(*) from schedules")).toEqual(before);
  });
});

test("a preview of no day that exists ends at once, with a reason", async () => {
  await as("admin");
  for (const date of ["infinity", "-infinity", "9999-01-01"]) {
    expect(await refused(`select preview_slots('${date}', 'UTC', ${pattern()})`)).toBe(
      "schedules_on_date_check",
    );
  }
});

test("what the preview shows across a clock change can be saved", async () => {
  await as("admin");
  const over = pattern({
    first: "01:30",
    last: "05:00",
    slot_minutes: 45,
    breaks: [{ start: "02:30", end: "03:00" }],
  });
  const { value: id, code } = await save({ p_on_date: "'2027-03-14'", p_pattern: over });
  expect(code).toBeUndefined();
  expect(await one(`select count(*)::int from slots where schedule_id = '${id}'`)).toBeGreaterThan(
    0,
  );
});

test("interviewers are their schedule's employer's, whichever side changes", async () => {
  await as("admin");
  const code = "interviewer_of_another_employer";
  expect(
    await refused(
      `select save_oci('Spring', p_id => '${ids.ociA}', p_employer_id => '${ids.employerB}')`,
    ),
  ).toBe(code);
  const stranger = `insert into schedule_interviewers (schedule_id, interviewer_id) values ('${ids.tomorrowA}', '${ids.interviewerB}')`;
  expect(await refused(stranger)).toBe(code);
  expect(
    await refused(
      `update interviewers set employer_id = '${ids.employerB}' where id = '${ids.interviewerA}'`,
    ),
  ).toBe(code);
});

test("a new pattern that would take a student's slot away asks first, then unassigns", async () => {
  await as("admin");
  const { value: id } = await save();
  const slot = await one<string>(
    `select id from slots where schedule_id = '${id}' order by starts_at limit 1`,
  );
  await assign(slot, ids.studentB);
  const over = { p_id: `'${id}'`, p_pattern: pattern({ slot_minutes: 45 }) };
  expect(await save(over)).toMatchObject({
    code: "students_lose_their_slot",
    params: { students: [{ slot_id: slot, student: "Sue B" }] },
  });
  expect(await one(`select count(*)::int from slots where schedule_id = '${id}'`)).toBe(6);
  expect((await save({ ...over, p_unassign: "true" })).code).toBeUndefined();
  expect(await one(`select count(*)::int from slots where schedule_id = '${id}'`)).toBe(4);
});

test("a new pattern keeps the slots that it also has, with their students", async () => {
  await as("admin");
  const { value: id } = await save();
  const slot = await one<string>(
    `select id from slots where schedule_id = '${id}' order by starts_at limit 1`,
  );
  await assign(slot, ids.studentB);
  expect(
    (await save({ p_id: `'${id}'`, p_pattern: pattern({ last: "15:00" }) })).code,
  ).toBeUndefined();
  expect(await one(`select student_id from slots where id = '${slot}'`)).toBe(ids.studentB);
});

test("a student is in one place at a time, and the refusal names the conflict", async () => {
  await as("admin");
  const answer = await assign(ids.slotB1, ids.studentA);
  expect(answer).toMatchObject({ code: "slot_taken", params: { student: "Sue B" } });
  await query(`select assign_student('${ids.slotB1}')`);
  expect(await assign(ids.slotB1, ids.studentA)).toEqual({
    value: undefined,
    code: "booking_conflict",
    params: {
      kind: "student",
      name: "Stu A",
      employer: "Employer A",
      schedule_id: ids.todayA,
      starts_at: "2026-03-03T09:00:00+00:00",
      ends_at: "2026-03-03T09:30:00+00:00",
      time_zone: "UTC",
    },
  });
});

test("an interviewer is in one place at a time", async () => {
  await as("admin");
  const { value: id } = await save({ p_on_date: "'2026-03-03'", p_time_zone: "'UTC'" });
  const answer = await attempt(
    `select assign_interviewers('${id}', array['${ids.interviewerA}']::uuid[])`,
  );
  expect(answer).toMatchObject({
    code: "booking_conflict",
    params: {
      kind: "interviewer",
      name: "Ann A",
      employer: "Employer A",
      starts_at: "2026-03-03T09:00:00+00:00",
    },
  });
});

test("a location is in use once at a time, and free again when its schedule is canceled", async () => {
  await as("admin");
  const location = { p_format: "'in_person'", p_video: "null", p_location: "'Room 204'" };
  const first = await save(location);
  expect(await save({ ...location, p_location: "' room 204 '" })).toMatchObject({
    code: "booking_conflict",
    params: { kind: "location", name: "Room 204" },
  });
  await query(`select cancel_schedule('${first.value}', true)`);
  expect((await save(location)).code).toBeUndefined();
  expect(await refused(`select cancel_schedule('${first.value}', false)`)).toBe("booking_conflict");
});

test("two slots of a schedule cannot overlap, a break holds no student, a slot ends after it starts", async () => {
  const slot = (values: string) =>
    refused(
      `insert into slots (schedule_id, starts_at, ends_at, kind, student_id) values ('${ids.todayA}', ${values})`,
    );
  expect(await slot("'2026-03-03 09:15Z', '2026-03-03 09:45Z', 'interview', null")).toBe(
    "slots_of_a_schedule_do_not_overlap",
  );
  expect(await slot(`'2026-03-03 20:00Z', '2026-03-03 21:00Z', 'break', '${ids.studentB}'`)).toBe(
    "break_holds_no_student",
  );
  expect(await slot("'2026-03-03 20:00Z', '2026-03-03 20:00Z', 'interview', null")).toBe(
    "slot_ends_after_it_starts",
  );
  expect(await slot("'2026-03-04 09:00Z', '2026-03-04 10:00Z', 'interview', null")).toBe(
    "slot_on_another_date",
  );
});

test("releasing is remembered with the revision, and a later change of times shows", async () => {
  await as("admin");
  const changed = async () => {
    await refreshLists();
    return one(`select changed_since_release from oci_list where id = '${ids.ociA}'`);
  };
  expect(await changed()).toBe(0);
  await query(`update schedules set on_date = '2026-03-05' where id = '${ids.tomorrowA}'`);
  expect(await changed()).toBe(1);
  await query(`select release_schedules(array['${ids.tomorrowA}']::uuid[], true)`);
  expect(await changed()).toBe(0);
});

test("assigning a student is not a change that interviewers must be notified of", async () => {
  await as("admin");
  const revision = () => one(`select revision from schedules where id = '${ids.todayA}'`);
  const before = await revision();
  await assign(ids.slotA2, ids.studentB);
  expect(await revision()).toBe(before);
});

test("what staff do is written down with their name", async () => {
  await as("admin");
  await assign(ids.slotA2, ids.studentB);
  expect(
    await query(
      "select actor_name, action, schedule_id, detail from activity order by id desc limit 1",
    ),
  ).toEqual([
    {
      actor_name: "Ada",
      action: "slots.update",
      schedule_id: ids.todayA,
      detail: { student_id: [null, ids.studentB] },
    },
  ]);
});

test("the last admin can neither be removed nor become a viewer", async () => {
  await as("admin");
  expect(await refused(`delete from staff where user_id = '${ids.admin}'`)).toBe("last_admin");
  expect(await refused(`update staff set role = 'viewer' where user_id = '${ids.admin}'`)).toBe(
    "last_admin",
  );
});
