import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { denoEnvironment, denoPath, functionsConfig } from "../../dev/stack/deno";
import { ids } from "./access-matrix";
import {
  applyEntries,
  type Calendar,
  type Claimed,
  factsKey,
  random,
  type Truth,
} from "./histories";
import { withFixture } from "./with-fixture";

const { as, at, attempt, query } = withFixture();

/** `HISTORIES=500` for a long run; the seed of each is its number. */
const histories = Number(process.env.HISTORIES ?? 6);
const steps = 30;

/** Of each history: the emails that arrived, and the entries that calendars should have at its end. */
const kept: { payloads: Claimed["payload"][]; live: string[] }[] = [];

const id = (name: string) => `md5('${name}')::uuid`;
const schedules = ["one", "two"].map(id);
const interviewers = ["ann", "bob", "cyd"].map(id);
const students = ["sue", "tom", "uma", "vic"].map(id);
const slotIds = schedules.flatMap((_, s) => [0, 1, 2, 3].map((n) => id(`slot ${s} ${n}`)));
const arrayOf = (items: string[]) => `array[${items.join(", ")}]::uuid[]`;

/** Two mornings with interviewers and students, all of them released and nobody notified. */
async function season() {
  await as("owner");
  await query(`
    delete from emails;
    insert into interviewers (id, employer_id, full_name, email)
    select md5(n)::uuid, '${ids.employerA}', n, n || '@histories.example' from unnest(array['ann', 'bob', 'cyd']) n;
    insert into students (id, full_name, email)
    select md5(n)::uuid, n, n || '@students.example' from unnest(array['sue', 'tom', 'uma', 'vic']) n;
    insert into schedules (id, oci_id, on_date, time_zone, format, video, pattern)
    select md5(n)::uuid, '${ids.ociA}', d, 'America/New_York', 'virtual', 'in_app', '{}'
    from (values ('one', date '2026-03-10'), ('two', date '2026-03-11')) v (n, d);
    insert into slots (id, schedule_id, starts_at, ends_at, kind)
    select md5('slot ' || s || ' ' || n)::uuid, c.id, b.start, b.start + interval '30 minutes', 'interview'
    from (values (0, 'one'), (1, 'two')) v (s, name) join schedules c on c.id = md5(v.name)::uuid, generate_series(0, 3) n,
      lateral (select (c.on_date + time '09:00' + n * interval '1 hour') at time zone c.time_zone as start) b;
    insert into schedule_interviewers (schedule_id, interviewer_id) values
      (${schedules[0]}, ${interviewers[0]}), (${schedules[0]}, ${interviewers[1]}), (${schedules[1]}, ${interviewers[2]});
    update slots set student_id = ${students[0]} where id = ${slotIds[0]};
    update slots set student_id = ${students[1]} where id = ${slotIds[1]};
    update slots set student_id = ${students[2]} where id = ${slotIds[4]};
    update schedules set released_at = private.clock(), released_revision = revision where id in (${schedules.join()})`);
  await as("admin");
  await query(`select queue_interview_links(gen_random_uuid(), ${arrayOf(schedules)})`);
  await query(`select queue_student_links(gen_random_uuid(), ${arrayOf(schedules)})`);
}

/** Something that staff do; what the database refuses does not happen. */
function edit(oneOf: ReturnType<typeof random>): string {
  const slot = oneOf(slotIds);
  const schedule = oneOf(schedules);
  const minutes = oneOf([-60, -15, 15, 60, 180]);
  const inThat = `array(select interviewer_id from schedule_interviewers where schedule_id = ${schedule} limit 1)`;
  return oneOf([
    `update slots set starts_at = starts_at + interval '${minutes} minutes', ends_at = ends_at + interval '${minutes} minutes' where id = ${slot}`,
    `select assign_student(${slot}, ${oneOf([...students, "null"])})`,
    `select assign_student(${slot}, ${oneOf(students)})`,
    `select swap_students(${slot}, ${oneOf(slotIds)})`,
    `select cancel_schedule(${schedule}, true)`,
    `select cancel_schedule(${schedule}, false)`,
    `select release_schedules(array[${schedule}], ${oneOf(["true", "true", "false"])})`,
    `delete from schedule_interviewers where schedule_id = ${schedule} and interviewer_id = ${oneOf(interviewers)}`,
    `insert into schedule_interviewers (schedule_id, interviewer_id) values (${schedule}, ${oneOf(interviewers)})`,
    `select set_slot_interviewers(${slot}, ${oneOf([inThat, "'{}'"])})`,
    `select shift_schedule(${schedule}, ${minutes})`,
    `update schedules set time_zone = '${oneOf(["America/New_York", "America/Chicago", "Asia/Kolkata"])}' where id = ${schedule}`,
    `update schedules set format = 'in_person', video = null, location = '${oneOf(["Room 1", "Room 2"])}' where id = ${schedule}`,
    `update schedules set format = 'virtual', video = 'in_app', location = null where id = ${schedule}`,
  ]);
}

/** What holds now for whom, read from the tables and not from the rule that is tried. */
const truth = async (): Promise<Truth[]> =>
  query<Truth>(`
    select c.id as schedule_id, p.person_id, p.is_interviewer,
      case when c.canceled_at is null and (p.is_interviewer or c.released_at is not null) and (p.is_interviewer or count(s.id) > 0) then
        concat_ws('|', c.on_date, c.time_zone, c.format, c.video, c.location,
          string_agg(extract(epoch from s.starts_at)::bigint || '-' || extract(epoch from s.ends_at)::bigint, ',' order by s.starts_at)) end as facts
    from schedules c
    join (
      select schedule_id, interviewer_id as person_id, true as is_interviewer from schedule_interviewers
      union select schedule_id, student_id, false from slots where student_id is not null
    ) p on p.schedule_id = c.id
    left join slots s on s.schedule_id = c.id and s.kind = 'interview' and case when p.is_interviewer
      then not exists (select from slot_interviewers x where x.slot_id = s.id)
        or exists (select from slot_interviewers x where x.slot_id = s.id and x.interviewer_id = p.person_id)
      else s.student_id = p.person_id end
    where c.id in (${schedules.join()})
    group by c.id, p.person_id, p.is_interviewer`);

const key = (person: string, schedule: string) => `${person} ${schedule}`;

test.each(Array.from({ length: histories }, (_, seed) => seed + 1))(
  "history %i: exactly those whose facts changed are notified, once, and calendars follow",
  async (seed) => {
    const oneOf = random(seed);
    /** What the last email that arrived said: facts, or null. */
    const known = new Map<string, string | null>();
    const sequences = new Map<string, number>();
    const calendar: Calendar = new Map();
    const arrived: Claimed["payload"][] = [];
    await at("2026-03-05 12:00:00+00");
    await season();

    /** Sends what is due; answers whom something was said to. */
    async function deliver(isNotice: boolean): Promise<string[]> {
      await as("service");
      const claimed = await query<Claimed>("select * from claim_emails(100)");
      for (const { email_id, lease_id, payload } of claimed) {
        const arrives = oneOf([true, true, true, true, true, true, true, false]);
        const result = arrives ? "sent" : "refused";
        await query(
          `select record_email_results('[{"email_id": "${email_id}", "lease_id": "${lease_id}", "result": "${result}"}]')`,
        );
        if (arrives) arrived.push(payload);
        for (const item of payload.schedules) {
          const about = key(payload.person_id, item.id);
          const said = item.facts && factsKey(item.facts);
          if (isNotice) expect(said, "nothing is said twice").not.toBe(known.get(about) ?? null);
          if (!arrives) continue;
          if (known.get(about) !== said) {
            expect(item.sequence).toBeGreaterThan(sequences.get(about) ?? 0);
          }
          sequences.set(about, item.sequence);
          known.set(about, said);
          applyEntries(calendar, payload.person_id, item);
        }
      }
      await as("admin");
      return claimed.map(({ payload }) => payload.person_id);
    }

    /** Of those who were notified, whose facts are others now. */
    async function outdated(): Promise<Set<string>> {
      const now = new Map((await truth()).map((t) => [key(t.person_id, t.schedule_id), t.facts]));
      const changed = [...known].filter(
        ([about, said]) => said !== null && said !== (now.get(about) ?? null),
      );
      return new Set(changed.map(([about]) => about));
    }

    await deliver(false);
    for (let step = 0; step < steps; step += 1) {
      await as("admin");
      await attempt(edit(oneOf));
      const listed = await query<{ about: string; state: string }>(
        `select person_id || ' ' || schedule_id as about, state from preview_notices(${arrayOf(schedules)})`,
      );
      const behind = await outdated();
      const old = listed.filter(({ state }) => state !== "new").map(({ about }) => about);
      expect(new Set(old), "who is listed").toEqual(behind);
      if (oneOf([true, false, false])) {
        await query(`select queue_notices(gen_random_uuid(), ${arrayOf(schedules)})`);
        const people = await deliver(true);
        const wanted = new Set(listed.map(({ about }) => about.split(" ")[0]));
        expect(new Set(people), "who is notified").toEqual(wanted);
        expect(people).toHaveLength(wanted.size);
      }
    }

    // At last every email arrives.
    for (let round = 0; round < 20 && (await outdated()).size > 0; round += 1) {
      await query(`select queue_notices(gen_random_uuid(), ${arrayOf(schedules)})`);
      await deliver(true);
    }
    expect(await outdated()).toEqual(new Set());
    const live = [...calendar.values()].filter(({ isLive }) => isLive).map(({ entry }) => entry);
    const expected = (await truth()).flatMap(
      ({ person_id, schedule_id, is_interviewer, facts }) => {
        if (known.get(key(person_id, schedule_id)) !== facts || !facts) return [];
        const times = facts.split("|").at(-1)?.split(",") ?? [];
        if (!/^\d+-\d+$/.test(times[0] ?? "")) return [];
        const spans = times.map((time) => time.split("-"));
        const whole = [[spans[0]?.[0], spans.at(-1)?.[1]]];
        return (is_interviewer ? whole : spans).map(
          (span) => `${person_id} ${schedule_id} ${span.join("-")}`,
        );
      },
    );
    expect(live.sort(), "the calendars").toEqual(expected.sort());
    kept.push({ payloads: arrived, live: live.map((entry) => entry.split(" ").at(-1) ?? "") });
  },
);

test("the calendar files of these histories leave the same entries, as two parsers read them", () => {
  const script = "supabase/functions/_shared/testing/apply-calendars.ts";
  const options = ["run", "--quiet", "--no-check", "--frozen", "--config", functionsConfig];
  const applied: [string[], string[]][] = JSON.parse(
    execFileSync(denoPath, [...options, "--allow-all", script], {
      encoding: "utf8",
      env: { ...process.env, ...denoEnvironment },
      input: JSON.stringify(kept.map(({ payloads }) => payloads)),
      maxBuffer: 1e9,
    }),
  );
  for (const [index, { live }] of kept.entries()) {
    expect(applied[index]).toEqual([live.toSorted(), live.toSorted()]);
  }
  expect(kept.flatMap(({ live }) => live).length).toBeGreaterThan(0);
});
