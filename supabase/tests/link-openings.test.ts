import { expect, test } from "vitest";
import { ids, type Persona } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, query } = withFixture();

/** Which links have been opened. */
async function opened() {
  await as("owner");
  const rows = await query<{ id: string }>(
    "select id from access_links where first_opened_at is not null and last_opened_at is not null order by id",
  );
  return rows.map(({ id }) => id);
}

async function recordAs(persona: Persona) {
  await as(persona);
  await query("select record_link_opened()");
}

test.each([
  ["interviewerA", ids.linkA],
  ["student", ids.linkStudent],
] as const)("as %s, one's own link is recorded, and no other", async (persona, link) => {
  await recordAs(persona);
  expect(await opened()).toEqual([link]);
});

test("the first opening stays, the last one moves", async () => {
  await query(
    `update access_links set first_opened_at = now() - interval '1 day', last_opened_at = now() - interval '1 hour' where id = '${ids.linkA}'`,
  );
  await recordAs("interviewerA");
  await as("owner");
  const times = await query(
    `select now() - first_opened_at = interval '1 day' as first, last_opened_at = now() as last from access_links where id = '${ids.linkA}'`,
  );
  expect(times).toEqual([{ first: true, last: true }]);
});

test("nothing is recorded for a link that was reset, or whose person was archived", async () => {
  await recordAs("reset");
  await as("owner");
  await query(`update interviewers set archived_at = now() where id = '${ids.interviewerA}'`);
  await query(`update students set archived_at = now() where id = '${ids.studentA}'`);
  await recordAs("interviewerA");
  await recordAs("student");
  expect(await opened()).toEqual([]);
});

test("staff see an opening at the schedule", async () => {
  await query("update emails set created_at = now() - interval '1 hour'");
  await query(
    `update schedule_interviewers set link_email_id = '${ids.email}' where schedule_id = '${ids.todayA}' and interviewer_id = '${ids.interviewerA}'`,
  );
  await recordAs("interviewerA");
  await as("viewer");
  const [link] = await query(
    `select opened_at is not null as opened from link_states where schedule_id = '${ids.todayA}' and interviewer_id = '${ids.interviewerA}'`,
  );
  expect(link).toEqual({ opened: true });
});
