import { beforeEach, describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, attempt, one, query, refused } = withFixture();

type Placement = { slot_id: string | null; schedule_id: string; full_name: string };

/** What a function answers as value, or the code and params with which it refuses. */
const call = (statement: string) => attempt<string>(`select ${statement}`);
const booked = (name: string, employer = "Employer B") => ({
  code: "booking_conflict",
  params: { name, employer },
});
const day = (over: Record<string, string> = {}, pattern: object = {}) => {
  const args: Record<string, string> = {
    p_on_date: "'2026-03-06'",
    p_time_zone: "'America/New_York'",
    p_format: "'virtual'",
    p_pattern: `'${JSON.stringify({ first: "09:00", last: "10:30", slot_minutes: 30, ...pattern })}'`,
    p_oci_id: `'${ids.ociA}'`,
    ...over,
  };
  const list = Object.entries(args).map(([name, value]) => `${name} => ${value}`);
  return call(`save_schedule(${list.join(", ")})`);
};
const slotsOf = (schedule: string) =>
  query<{ id: string; starts_at: string; student_id: string | null }>(
    `select id, to_char(starts_at at time zone 'UTC', 'DD HH24:MI') as starts_at, student_id
     from slots where schedule_id = '${schedule}' order by starts_at`,
  );
const startsOf = async (schedule: string) =>
  (await slotsOf(schedule)).map(({ starts_at }) => starts_at);
const firstSlot = async (schedule: string) => (await slotsOf(schedule))[0]?.id ?? "";
const holder = (slot: string) => one(`select student_id from slots where id = '${slot}'`);
const student = (name: string) =>
  one<string>(
    `insert into students (full_name, email) values ('${name}', '${name}@school.example') returning id`,
  );
const applies = (id: string, rank: number, status = "preselected") =>
  query(`insert into applications (job_posting_id, student_id, rank, status)
    values ('${ids.postingA}', '${id}', ${rank}, '${status}')`);

beforeEach(() => as("admin"));

describe("a copied schedule", () => {
  test("has the same wall times over a clock change, without students, not released", async () => {
    const { value: id } = await day();
    await query(`select assign_student('${await firstSlot(id)}', '${ids.studentB}')`);
    await query(`select release_schedules(array['${id}']::uuid[], true)`);
    const copy = await call(`copy_schedule('${id}', '2026-03-09')`);
    expect(await startsOf(id)).toEqual(["06 14:00", "06 14:30", "06 15:00"]);
    expect(await startsOf(copy.value)).toEqual(["09 13:00", "09 13:30", "09 14:00"]);
    expect(
      await query(
        `select c.released_at, c.assigned_count, c.interview_count from schedules c where c.id = '${copy.value}'`,
      ),
    ).toEqual([{ released_at: null, assigned_count: 0, interview_count: 3 }]);
  });

  test("is refused as a whole where the clock change leaves its slots no room", async () => {
    const { value: id } = await day({}, { first: "02:15", last: "03:45", gap_minutes: 30 });
    const before = await one("select count(*) from schedules");
    const answer = await call(`copy_schedule('${id}', '2026-03-08')`);
    expect(answer.code).toBe("slots_of_a_schedule_do_not_overlap");
    expect(await one("select count(*) from schedules")).toEqual(before);
  });

  test("stands beside the first in a room of its own, and only there", async () => {
    const { value: id } = await day({ p_format: "'in_person'", p_location: "'Room 1'" });
    const same = await call(`copy_schedule('${id}', '2026-03-06')`);
    expect(same).toMatchObject({
      code: "booking_conflict",
      params: {
        kind: "location",
        name: "Room 1",
        employer: "Employer A",
        schedule_id: id,
        starts_at: "2026-03-06T14:00:00+00:00",
        ends_at: "2026-03-06T14:30:00+00:00",
        time_zone: "America/New_York",
      },
    });
    expect((await call(`copy_schedule('${id}', '2026-03-06', 'Room 2')`)).code).toBeUndefined();
    expect((await call(`copy_schedule('${id}', '2026-03-06', 'Room 3')`)).code).toBeUndefined();
  });

  test("takes the interviewers along, if they are free", async () => {
    const { value: id } = await day();
    await query(`select assign_interviewers('${id}', array['${ids.interviewerA}']::uuid[])`);
    const sameDay = await call(`copy_schedule('${id}', '2026-03-06', null, true)`);
    expect(sameDay).toMatchObject(booked("Ann A", "Employer A"));
    expect(sameDay.params).toMatchObject({ starts_at: "2026-03-06T14:00:00+00:00" });
    const copy = await call(`copy_schedule('${id}', '2026-03-13', null, true)`);
    expect(
      await query(
        `select interviewer_id, invited_at from schedule_interviewers where schedule_id = '${copy.value}'`,
      ),
    ).toEqual([{ interviewer_id: ids.interviewerA, invited_at: null }]);
  });

  test("keeps who takes which slot", async () => {
    const { value: id } = await day({}, { last: "10:00" });
    const [first, second] = await slotsOf(id);
    const team = `array['${ids.interviewerA}', '${ids.colleagueA}']::uuid[]`;
    await query(`select assign_interviewers('${id}', ${team})`);
    await call(`set_slot_interviewers('${first?.id}', array['${ids.interviewerA}']::uuid[])`);
    await call(`set_slot_interviewers('${second?.id}', array['${ids.colleagueA}']::uuid[])`);
    const copy = await call(`copy_schedule('${id}', '2026-03-13', null, true)`);
    const interviewers = await query(
      `select to_char(s.starts_at at time zone 'UTC', 'HH24:MI') as at, o.interviewer_id
       from slot_interviewers o join slots s on s.id = o.slot_id where o.schedule_id = '${copy.value}' order by 1`,
    );
    expect(interviewers).toEqual([
      { at: "13:00", interviewer_id: ids.interviewerA },
      { at: "13:30", interviewer_id: ids.colleagueA },
    ]);
    const without = await call(`copy_schedule('${id}', '2026-03-20')`);
    expect(
      await query(`select from slot_interviewers where schedule_id = '${without.value}'`),
    ).toEqual([]);
  });

  test("asks for its date", async () => {
    expect((await call(`copy_schedule('${ids.todayA}', null)`)).code).toBe(
      "schedules_on_date_not_null",
    );
  });
});

describe("moving", () => {
  test("the whole day moves with its students, breaks and pattern", async () => {
    const breaks = [{ start: "09:30", end: "09:45", label: "Coffee" }];
    const { value: id } = await day({}, { breaks });
    const slot = await firstSlot(id);
    await query(`select assign_student('${slot}', '${ids.studentB}')`);
    expect((await call(`shift_schedule('${id}', 45)`)).code).toBeUndefined();
    expect(await startsOf(id)).toEqual(["06 14:45", "06 15:15", "06 15:30"]);
    expect(await holder(slot)).toBe(ids.studentB);
    expect(await one(`select pattern from schedules where id = '${id}'`)).toMatchObject({
      first: "09:45",
      last: "11:15",
      breaks: [{ start: "10:15", end: "10:30", label: "Coffee" }],
    });
  });

  test("a day that would leave its date, or book someone twice, stays where it is", async () => {
    const before = await startsOf(ids.todayA);
    expect((await call(`shift_schedule('${ids.todayA}', 900)`)).code).toBe("slot_on_another_date");
    await query(`select assign_student('${ids.slotA2}', '${ids.studentB}')`);
    const answer = await call(`shift_schedule('${ids.todayA}', -30)`);
    expect(answer).toMatchObject({
      code: "booking_conflict",
      params: {
        kind: "student",
        name: "Sue B",
        employer: "Employer B",
        schedule_id: ids.todayB,
        starts_at: "2026-03-03T09:00:00+00:00",
        ends_at: "2026-03-03T09:30:00+00:00",
        time_zone: "UTC",
      },
    });
    expect(await startsOf(ids.todayA)).toEqual(before);
  });

  test("one slot moves, but neither over another one nor out of its day", async () => {
    const to = (from: string, until: string) =>
      call(`move_slot('${ids.slotA2}', '${from}', '${until}')`);
    expect((await to("2026-03-03 11:00Z", "2026-03-03 11:45Z")).code).toBeUndefined();
    expect(await startsOf(ids.todayA)).toEqual(["03 09:00", "03 11:00"]);
    expect((await to("2026-03-03 09:15Z", "2026-03-03 09:45Z")).code).toBe("slot_overlap");
    expect((await to("2026-03-04 09:00Z", "2026-03-04 09:30Z")).code).toBe("slot_on_another_date");
    expect((await to("2026-03-03 10:00Z", "2026-03-03 10:00Z")).code).toBe(
      "slot_ends_after_it_starts",
    );
    expect(await startsOf(ids.todayA)).toEqual(["03 09:00", "03 11:00"]);
  });
});

test("a slot is added where the day is free, and removed while no student has it", async () => {
  const add = (from: string, until: string, rest = "", day = "03") =>
    call(`add_slot('${ids.todayA}', '2026-03-${day} ${from}Z', '2026-03-${day} ${until}Z'${rest})`);
  await as("admin");
  const { value: id } = await add("15:00", "15:30");
  expect((await add("16:00", "16:30", ", 'break', 'Tea'")).code).toBeUndefined();
  expect((await add("15:15", "15:45")).code).toBe("slot_overlap");
  expect((await add("17:00", "17:00")).code).toBe("slot_ends_after_it_starts");
  expect((await add("15:00", "15:30", "", "04")).code).toBe("slot_on_another_date");
  expect(await query("select label from slots where label = 'Tea'")).toHaveLength(1);
  await query(`select assign_student('${id}', '${ids.studentB}')`);
  expect((await call(`remove_slot('${id}')`)).code).toBe("slot_has_a_student");
  await query(`select assign_student('${id}')`);
  expect((await call(`remove_slot('${id}')`)).code).toBeUndefined();
  expect((await call(`remove_slot('${id}')`)).code).toBeUndefined();
  expect(await query(`select id from slots where id = '${id}'`)).toEqual([]);
  expect(
    await query(
      "select action from activity where action in ('slots.add', 'slots.remove') order by id",
    ),
  ).toEqual([{ action: "slots.add" }, { action: "slots.add" }, { action: "slots.remove" }]);
});

test("a slot's interviewers leave the others free, and are chosen among the schedule's interviewers", async () => {
  const chooseInterviewers = (...people: string[]) =>
    call(`set_slot_interviewers('${ids.slotA1}', array[${people.map((p) => `'${p}'`)}]::uuid[])`);
  const { value: id } = await day(
    { p_on_date: "'2026-03-03'", p_time_zone: "'UTC'" },
    { last: "09:30" },
  );
  const elsewhere = () => call(`assign_interviewers('${id}', array['${ids.colleagueA}']::uuid[])`);
  expect(await elsewhere()).toMatchObject(booked("Abe A", "Employer A"));
  expect((await chooseInterviewers(ids.interviewerA)).code).toBeUndefined();
  expect((await elsewhere()).code).toBeUndefined();
  expect(await chooseInterviewers()).toMatchObject(booked("Abe A", "Employer A"));
  expect((await chooseInterviewers(ids.interviewerA, ids.interviewerB)).code).toBe(
    "slot_interviewers_schedule_id_interviewer_id_fkey",
  );
  expect(
    await query(`select interviewer_id from slot_interviewers where slot_id = '${ids.slotA1}'`),
  ).toEqual([{ interviewer_id: ids.interviewerA }]);
});

test("a refusal for two slots at one time names the other", async () => {
  const breaks = [{ start: "09:30", end: "09:45", label: "Coffee" }];
  const { value: id } = await day({}, { last: "11:00", breaks });
  const [nine, coffee] = await slotsOf(id);
  await query(`select assign_student('${nine?.id}', '${ids.studentB}')`);
  const over = (slot: string | undefined, from: string, until: string) =>
    call(`move_slot('${slot}', '2026-03-06 ${from}-05', '2026-03-06 ${until}-05')`);
  expect(await over(coffee?.id, "09:15", "09:45")).toMatchObject({
    code: "slot_overlap",
    params: {
      kind: "interview",
      label: null,
      student: "Sue B",
      starts_at: "2026-03-06T14:00:00+00:00",
      ends_at: "2026-03-06T14:30:00+00:00",
      time_zone: "America/New_York",
    },
  });
  expect(await over(nine?.id, "09:00", "09:40")).toMatchObject({
    code: "slot_overlap",
    params: {
      kind: "break",
      label: "Coffee",
      student: null,
      starts_at: "2026-03-06T14:30:00+00:00",
      ends_at: "2026-03-06T14:45:00+00:00",
      time_zone: "America/New_York",
    },
  });
});

test("what no longer exists is refused by what it was", async () => {
  const gone = "gen_random_uuid()";
  const refused = async (statement: string) => {
    const { code, params } = await call(statement);
    return [code, params?.what];
  };
  const noSchedule = ["not_found", "schedule"];
  const noSlot = ["not_found", "slot"];
  const noApplicant = ["not_found", "applicant"];
  expect(await refused(`shift_schedule(${gone}, 15)`)).toEqual(noSchedule);
  expect(await refused(`cancel_schedule(${gone}, true)`)).toEqual(noSchedule);
  expect(
    await refused(`set_slot_interviewers(${gone}, array['${ids.interviewerA}']::uuid[])`),
  ).toEqual(noSlot);
  expect(await refused(`swap_students('${ids.slotA1}', ${gone})`)).toEqual(noSlot);
  expect(await refused(`place_applicant(${gone})`)).toEqual(noApplicant);
  expect(await refused(`decline_applicant(${gone})`)).toEqual(noApplicant);
});

describe("an applicant who declines", () => {
  const statuses = () =>
    query(
      "select st.full_name, a.status from applications a join students st on st.id = a.student_id order by 1",
    );
  let declined: string;
  let alternate: string;
  beforeEach(async () => {
    await applies(ids.studentB, 2, "alternate");
    const of = (id: string) =>
      one<string>(`select id from applications where student_id = '${id}'`);
    declined = await of(ids.studentA);
    alternate = await of(ids.studentB);
  });

  test("makes room for an alternate in the same act", async () => {
    const { code } = await call(
      `decline_applicant('${declined}', '${ids.slotTomorrow}', '${alternate}')`,
    );
    expect(code).toBeUndefined();
    expect(await holder(ids.slotTomorrow)).toBe(ids.studentB);
    expect(await statuses()).toEqual([
      { full_name: "Stu A", status: "declined" },
      { full_name: "Sue B", status: "preselected" },
    ]);
  });

  test("stays, if the alternate cannot take the slot", async () => {
    const before = await statuses();
    // Sue B is with Employer B at that time.
    const answer = await call(`decline_applicant('${declined}', '${ids.slotA1}', '${alternate}')`);
    expect(answer).toMatchObject(booked("Sue B"));
    const stale = await call(`decline_applicant('${declined}', '${ids.slotA2}')`);
    expect(stale.code).toBe("slot_changed");
    const placed = await call(`place_applicant('${alternate}', '${ids.slotA1}')`);
    expect(placed).toMatchObject({ code: "slot_taken", params: { student: "Stu A" } });
    expect(await holder(ids.slotA1)).toBe(ids.studentA);
    expect(await statuses()).toEqual(before);
  });
});

describe("swapping", () => {
  const swap = (a: string, b: string) => call(`swap_students('${a}', '${b}')`);

  test("two students change places, also between schedules", async () => {
    expect((await swap(ids.slotTomorrow, ids.slotDraft)).code).toBeUndefined();
    expect(await holder(ids.slotTomorrow)).toBe(ids.studentB);
    expect(await holder(ids.slotDraft)).toBe(ids.studentA);
  });

  test("an empty slot makes it a move", async () => {
    expect((await swap(ids.slotA1, ids.slotA2)).code).toBeUndefined();
    expect(await holder(ids.slotA1)).toBe(null);
    expect(await holder(ids.slotA2)).toBe(ids.studentA);
  });

  test("neither moves if one cannot, and the refusal names the conflict", async () => {
    const answer = await swap(ids.slotA1, ids.slotDraft);
    expect(answer).toMatchObject({
      code: "booking_conflict",
      params: {
        kind: "student",
        name: "Sue B",
        employer: "Employer B",
        schedule_id: ids.todayB,
        starts_at: "2026-03-03T09:00:00+00:00",
        ends_at: "2026-03-03T09:30:00+00:00",
        time_zone: "UTC",
      },
    });
    expect(await holder(ids.slotA1)).toBe(ids.studentA);
    expect(await holder(ids.slotDraft)).toBe(ids.studentB);
  });

  test("is undone once, and not when someone has changed a slot since", async () => {
    const undo = (change: string) => call(`undo_assignments('${change}')`);
    const first = await swap(ids.slotA1, ids.slotA2);
    expect((await undo(first.value)).code).toBeUndefined();
    expect(await holder(ids.slotA1)).toBe(ids.studentA);
    expect((await undo(first.value)).code).toBe("already_undone");
    const second = await swap(ids.slotA1, ids.slotA2);
    await query(`select assign_student('${ids.slotA2}')`);
    expect((await undo(second.value)).code).toBe("slot_changed");
    expect(await holder(ids.slotA1)).toBe(null);
  });
});

describe("Auto-assign", () => {
  let ten: string;
  let half: string;
  let busy: string;
  let free: string;
  let late: string;
  const plan = () =>
    query<Placement>(
      `select * from plan_assignments(array['${ids.tomorrowA}', '${ids.draftA}']::uuid[])`,
    );
  const apply = (rows: Placement[]) => call(`apply_assignments('${JSON.stringify(rows)}'::jsonb)`);

  // Tomorrow has two empty slots and three applicants; the first is with Employer B at ten.
  beforeEach(async () => {
    const open = (at: string) =>
      one<string>(`insert into slots (schedule_id, starts_at, ends_at)
        values ('${ids.tomorrowA}', '2026-03-04 ${at}Z', '2026-03-04 ${at}Z'::timestamptz + interval '30 minutes') returning id`);
    ten = await open("10:00");
    half = await open("10:30");
    busy = await student("Busy");
    free = await student("Free");
    late = await student("Late");
    await applies(busy, 1);
    await applies(free, 2);
    await applies(late, 3);
    const other = await day(
      { p_on_date: "'2026-03-04'", p_time_zone: "'UTC'", p_oci_id: `'${ids.ociB}'` },
      { first: "09:45", last: "10:15" },
    );
    await query(`select assign_student('${await firstSlot(other.value)}', '${busy}')`);
  });

  test("places by rank, around other interviews, and says who is left", async () => {
    expect(await plan()).toMatchObject([
      { full_name: "Busy", slot_id: half },
      { full_name: "Free", slot_id: ten },
      { full_name: "Late", slot_id: null },
    ]);
    expect(await holder(ten)).toBe(null);
  });

  test("fills empty slots only: who has one stays, and needs no other", async () => {
    const before = await query("select id, student_id from slots where student_id is not null");
    expect((await apply(await plan())).code).toBeUndefined();
    expect(await holder(half)).toBe(busy);
    expect(await holder(ten)).toBe(free);
    for (const slot of before) expect(await holder(slot.id as string)).toBe(slot.student_id);
    expect(await plan()).toMatchObject([{ full_name: "Late", slot_id: null }]);
  });

  test("leaves alternates, the declined and canceled days alone", async () => {
    await query(`update applications set status = 'alternate' where student_id = '${busy}'`);
    await query(`update applications set status = 'declined' where student_id = '${free}'`);
    expect(await plan()).toMatchObject([{ full_name: "Late", slot_id: ten }]);
    await query(`select cancel_schedule('${ids.tomorrowA}', true)`);
    expect((await plan()).every(({ slot_id }) => slot_id === null)).toBe(true);
  });

  test("leaves alone what has passed", async () => {
    await at("2026-03-04 10:15Z");
    await as("admin");
    expect(await plan()).toMatchObject([
      { full_name: "Busy", slot_id: half },
      { full_name: "Free", slot_id: null },
      { full_name: "Late", slot_id: null },
    ]);
  });

  test("a plan that is no longer true is refused as a whole", async () => {
    const old = await plan();
    await query(`select assign_student('${ten}', '${late}')`);
    expect(await apply(old)).toMatchObject({ code: "slot_taken", params: { student: "Late" } });
    expect(await holder(half)).toBe(null);
  });

  test("a plan that books someone twice is refused as a whole", async () => {
    const old = await plan();
    const answer = await apply(
      old.map((row) => (row.full_name === "Free" ? { ...row, student_id: busy } : row)),
    );
    expect(answer).toMatchObject(booked("Busy"));
    expect(await holder(half)).toBe(null);
  });

  test("one undo takes all of it back", async () => {
    const { value: change } = await apply(await plan());
    expect((await call(`undo_assignments('${change}')`)).code).toBeUndefined();
    expect(await holder(half)).toBe(null);
    expect(await holder(ten)).toBe(null);
  });
});

test("an applicant is listed with the slot they hold in that OCI", async () => {
  await applies(ids.studentB, 2, "alternate");
  expect(
    await query(
      `select full_name, status, slot_id from applicants where oci_id = '${ids.ociA}' order by rank`,
    ),
  ).toEqual([
    { full_name: "Stu A", status: "preselected", slot_id: ids.slotA1 },
    { full_name: "Sue B", status: "alternate", slot_id: ids.slotDraft },
  ]);
});

test("a template's name is there once, however it is written", async () => {
  expect(
    await refused("insert into schedule_templates (name, pattern) values ('FULL DAY', '{}')"),
  ).toBe("schedule_templates_name_key");
  expect(await refused("insert into schedule_templates (name, pattern) values (' ', '{}')")).toBe(
    "schedule_templates_name_check",
  );
});
