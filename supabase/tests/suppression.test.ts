import { beforeEach, describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, attempt, one, query } = withFixture();

const [ann, abe] = [ids.interviewerA, ids.colleagueA];
const events = { bounced: "550 no such user", complained: "spam" };

async function owner<T = Record<string, unknown>>(sql: string) {
  await as("owner");
  const rows = await query<T>(sql);
  await as("admin");
  return rows;
}

/** The provider reports on the fixture's email, which went to Ann. */
const report = (type: keyof typeof events | "delivered", id = "event") =>
  owner(
    `insert into email_events (email_id, type, detail, provider_event_id) values ('${ids.email}', '${type}', 'words', '${id}')`,
  );
const suppressed = () =>
  query("select email, reason from suppressed_addresses where email like 'ann%'");
const queue = (more = "") =>
  one<{ queued: number; unchanged: number }>(
    `select queue_interview_links(gen_random_uuid(), array['${ids.todayA}']::uuid[] ${more})`,
  );
const preview = async (more = "") =>
  (
    await query<{ full_name: string; outcome: string }>(
      `select full_name, outcome from preview_interview_links(array['${ids.todayA}']::uuid[] ${more}) order by 1`,
    )
  ).map(({ full_name, outcome }) => [full_name, outcome]);
async function claim() {
  await as("service");
  const rows = await query<{ name: string }>(
    "select payload #>> '{to,name}' as name from claim_emails()",
  );
  await as("admin");
  return rows.map(({ name }) => name);
}

beforeEach(async () => {
  await as("owner");
  await query(`insert into email_events (email_id, type) values ('${ids.email}', 'sent')`);
  await as("admin");
});

describe("an address that bounced or complained", () => {
  test("is in no plan, whatever is asked for, until an admin lifts it", async () => {
    await report("bounced");
    expect(await suppressed()).toEqual([{ email: "ann@a.example", reason: "bounced" }]);
    const sends = [
      ["Abe A", "send"],
      ["Ann A", "suppressed"],
    ];
    expect(await preview()).toEqual(sends);
    expect(await preview(", p_include_unchanged => true")).toEqual(sends);
    expect(await preview(`, p_interviewer_ids => array['${ann}']::uuid[]`)).toEqual([
      ["Ann A", "suppressed"],
    ]);
    expect(await queue()).toMatchObject({ queued: 1, unchanged: 0 });
    expect(await claim()).toEqual(["Abe A"]);

    await query("select lift_suppression('ANN@a.example')");
    expect(await preview(`, p_interviewer_ids => array['${ann}']::uuid[]`)).toEqual([
      ["Ann A", "send"],
    ]);
    expect(await query("select action, detail from activity order by id desc limit 1")).toEqual([
      { action: "emails.lift_suppression", detail: { email: "ann@a.example" } },
    ]);
  });

  test("takes what was queued before out of the outbox, with the reason", async () => {
    await queue();
    await report("bounced");
    expect(await claim()).toEqual(["Abe A"]);
    expect(
      await query(
        "select status, unsent_reason from emails where to_email = 'ann@a.example' and unsent_reason is not null",
      ),
    ).toEqual([{ status: "canceled", unsent_reason: "suppressed" }]);
  });

  test("is sent no notice, and stays to be notified", async () => {
    await queue();
    await claim();
    await report("bounced");
    await query(`select shift_schedule('${ids.todayA}', 30)`);
    const outstanding = await query(
      `select full_name, suppressed from preview_notices(array['${ids.todayA}']::uuid[]) where is_interviewer order by 1`,
    );
    expect(outstanding).toEqual([
      { full_name: "Abe A", suppressed: false },
      { full_name: "Ann A", suppressed: true },
    ]);
    await query(`select queue_notices(gen_random_uuid(), array['${ids.todayA}']::uuid[])`);
    expect(await claim()).not.toContain("Ann A");
    expect(
      await query(
        `select full_name from preview_notices(array['${ids.todayA}']::uuid[]) where is_interviewer`,
      ),
    ).toContainEqual({ full_name: "Ann A" });
  });

  test("is sent no link that is asked for with the form", async () => {
    await report("complained");
    await as("service");
    expect(await one("select request_interview_link('ann@a.example', 'client')")).toBe(0);
  });

  test.each([
    ["bounced", "complained"],
    ["complained", "bounced"],
  ] as const)("%s, then %s: the complaint weighs more", async (first, second) => {
    await report(first, "1");
    await report(second, "2");
    await report(first, "3");
    expect(await suppressed()).toEqual([{ email: "ann@a.example", reason: "complained" }]);
  });

  test("is not made by what arrived", async () => {
    await report("delivered");
    expect(await suppressed()).toEqual([]);
  });
});

describe("correcting an address", () => {
  const correct = (email: string, person = ann, requestId = crypto.randomUUID()) =>
    attempt<{ queued: number; repeated: boolean }>(
      `select correct_address('${requestId}', '${person}', '${email}', array['${ids.todayA}']::uuid[])`,
    );

  test("sends the email there, with a new link, and once for one press", async () => {
    await report("bounced");
    const requestId = crypto.randomUUID();
    expect((await correct(" ann@new.example ", ann, requestId)).value).toMatchObject({ queued: 1 });
    expect((await correct("ann@new.example", ann, requestId)).value).toMatchObject({
      queued: 1,
      repeated: true,
    });
    expect(await one(`select version from access_links where interviewer_id = '${ann}'`)).toBe(2);
    expect(await claim()).toEqual(["Ann A"]);
  });

  test("works for a student", async () => {
    expect((await correct("stu@new.example", ids.studentA)).value).toMatchObject({ queued: 1 });
    expect(await claim()).toEqual(["Stu A"]);
  });

  test.each([
    ["an address that takes no mail either", "bounced@a.example", "address_suppressed"],
    ["a colleague's", "abe@a.example", "interviewers_employer_email_key"],
    ["none", "nobody", "interviewers_email_check"],
  ])("refused: %s; nothing is changed or queued", async (_, email, code) => {
    const before = await one("select count(*) from emails");
    expect((await correct(email)).code).toBe(code);
    expect(await one(`select email from interviewers where id = '${ann}'`)).toBe("ann@a.example");
    expect(await one("select count(*) from emails")).toBe(before);
  });

  test("keeps the address and sends nothing where the day is over or canceled", async () => {
    await query(`update schedules set canceled_at = now() where id = '${ids.todayA}'`);
    expect((await correct("abe@new.example", abe)).value).toMatchObject({ queued: 0 });
    expect(await one(`select email from interviewers where id = '${abe}'`)).toBe("abe@new.example");
  });
});
