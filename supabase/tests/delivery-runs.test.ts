import { beforeEach, describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, attempt, one, query } = withFixture();

const now = "2026-03-03 15:00:00+00";
const later = (seconds: number) => at(new Date(Date.parse(now) + seconds * 1000).toISOString());

interface Claimed {
  email_id: string;
  lease_id: string;
  wait_ms: number;
}

/** So many emails are due. */
async function queued(count: number) {
  await as("owner");
  await query(`delete from emails`);
  await query(
    `insert into emails (kind, interviewer_id, to_name, to_email)
     select 'overview', '${ids.recruiter}', 'Rita A', 'rita@a.example' from generate_series(1, ${count})`,
  );
  await query("insert into email_events (email_id, type) select id, 'queued' from emails");
  await as("service");
}
async function claim(limit = 20, perSecond: number | null = null) {
  await as("service");
  return query<Claimed>(`select * from claim_emails(${limit}, p_per_second => ${perSecond})`);
}
const record = (email: Claimed | undefined, result: string, more = "") =>
  query(
    `select record_email_results('[{"email_id": "${email?.email_id}", "lease_id": "${email?.lease_id}", "result": "${result}" ${more}}]')`,
  );
const begin = () => {
  const run = crypto.randomUUID();
  return one<boolean>(`select begin_delivery('${run}')`).then((begun) => ({ run, begun }));
};
const end = (run: string) => one<number | null>(`select end_delivery('${run}')`);

beforeEach(() => queued(30));

describe("runs", () => {
  test("four at once send, a fifth begins when one has ended or must be over", async () => {
    const runs = [await begin(), await begin(), await begin(), await begin()];
    expect(runs.every(({ begun }) => begun)).toBe(true);
    expect((await begin()).begun).toBe(false);
    await end(runs[0]?.run ?? "");
    expect((await begin()).begun).toBe(true);
    expect((await begin()).begun).toBe(false);
    await later(151);
    await as("service");
    expect((await begin()).begun).toBe(true);
  });

  test("the next is wanted at once while anything is due, and not afterwards", async () => {
    const { run } = await begin();
    await claim(10);
    expect(await end(run)).toBe(0);
    await claim(20);
    expect(await end(run)).toBeNull();
  });
});

describe("a limited rate", () => {
  test("gives every email a time of its own, those of all callers behind each other", async () => {
    const first = await claim(3, 5);
    const second = await claim(2, 5);
    expect([...first, ...second].map(({ wait_ms }) => wait_ms)).toEqual([0, 200, 400, 600, 800]);
    await later(0.5);
    expect((await claim(1, 5)).map(({ wait_ms }) => wait_ms)).toEqual([500]);
    await later(60);
    expect((await claim(2, 5)).map(({ wait_ms }) => wait_ms)).toEqual([0, 200]);
  });

  test("reserves no more than five seconds ahead, and says when to come again", async () => {
    const { run } = await begin();
    expect(await claim(80, 2)).toHaveLength(10);
    await claim(80, 2);
    expect(await claim(80, 2)).toHaveLength(0);
    expect(await end(run)).toBe(5000);
  });

  test("where there is none, everything may leave at once", async () => {
    expect((await claim(30)).every(({ wait_ms }) => wait_ms === 0)).toBe(true);
  });
});

describe("a provider that takes no more", () => {
  test("is left alone for as long as it says, and the email loses no attempt", async () => {
    const { run } = await begin();
    const [first] = await claim(1);
    await record(first, "later", ', "retry_after": 7, "detail": "429"');
    expect(
      await query(
        `select status, attempts, last_error from emails where id = '${first?.email_id}'`,
      ),
    ).toEqual([{ status: "queued", attempts: 0, last_error: "429" }]);
    expect(await claim()).toEqual([]);
    expect(await end(run)).toBe(7000);
    await later(8);
    expect(await claim(40)).toHaveLength(30);
  });

  test("a shorter hold does not end a longer one", async () => {
    const [one, two] = await claim(2);
    await record(one, "later", ', "retry_after": 30');
    await record(two, "later", ', "retry_after": 2');
    await later(10);
    expect(await claim()).toEqual([]);
  });
});

describe("a pause", () => {
  const pause = "update settings set sending_paused_at = now(), sending_paused_reason = 'Typo'";

  test("holds everything back; resumed, all of it leaves", async () => {
    const { run } = await begin();
    await as("admin");
    await query(pause);
    expect(await claim()).toEqual([]);
    expect(await end(run)).toBeNull();
    await as("admin");
    await query("update settings set sending_paused_at = null, sending_paused_reason = null");
    expect(await claim(40)).toHaveLength(30);
  });

  test("what was handed over before is still recorded", async () => {
    const [first] = await claim(1);
    await as("admin");
    await query(pause);
    await as("service");
    await record(first, "sent");
    expect(await one(`select status from emails where id = '${first?.email_id}'`)).toBe("sent");
  });

  test("needs a reason, and is for admins", async () => {
    await as("admin");
    expect((await attempt("update settings set sending_paused_at = now()")).code).toBe(
      "pause_has_a_reason",
    );
    expect((await attempt(`${pause.replace("Typo", " ")}`)).code).toBe(
      "settings_sending_paused_reason_check",
    );
    await as("viewer");
    await query(pause);
    await as("owner");
    expect(await one("select sending_paused_at from settings")).toBeNull();
  });
});
