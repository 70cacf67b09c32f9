import { describe, expect, test } from "vitest";
import { ids, type Persona } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, query } = withFixture();

async function daysOf(persona: Persona, where = ""): Promise<string[]> {
  await as(persona);
  const rows = await query<{ schedule_id: string }>(
    `select schedule_id from calendar_entries(${where}) order by starts_at`,
  );
  return rows.map((row) => row.schedule_id);
}

async function owner(statement: string) {
  await as("owner");
  await query(statement);
}

describe("the calendar of a person", () => {
  test("holds the days of theirs that they may know of, not a draft", async () => {
    expect(await daysOf("interviewerA")).toEqual([ids.todayA, ids.tomorrowA]);
    expect(await daysOf("interviewerB")).toEqual([ids.todayB]);
    expect(await daysOf("student")).toEqual([ids.todayA, ids.tomorrowA]);
  });

  test("holds nothing of somebody else's, asked for by its id", async () => {
    expect(await daysOf("interviewerB", `'${ids.todayA}'`)).toEqual([]);
    expect(await daysOf("interviewerA", `'${ids.draftA}'`)).toEqual([]);
    expect(await daysOf("student", `'${ids.todayB}'`)).toEqual([]);
    expect(await daysOf("student", `p_slot_id => '${ids.slotDraft}'`)).toEqual([]);
  });

  test("asked for one interview, holds that one of the day", async () => {
    await owner(
      `update slots set student_id = '${ids.studentA}' where id = '${ids.slotA2}' and student_id is null`,
    );
    expect(await daysOf("student")).toEqual([ids.todayA, ids.todayA, ids.tomorrowA]);
    expect(await daysOf("student", `p_slot_id => '${ids.slotA2}'`)).toEqual([ids.todayA]);
  });

  test("loses a day that is canceled, or not released any more", async () => {
    await owner(`update schedules set canceled_at = now() where id = '${ids.todayA}'`);
    expect(await daysOf("interviewerA")).toEqual([ids.tomorrowA]);
    expect(await daysOf("student")).toEqual([ids.tomorrowA]);
    await owner(`update schedules set released_at = null where id = '${ids.tomorrowA}'`);
    expect(await daysOf("interviewerA")).toEqual([]);
    expect(await daysOf("student")).toEqual([]);
  });
});
