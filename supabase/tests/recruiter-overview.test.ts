import { beforeEach, describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, attempt, one, query, refreshLists } = withFixture();

interface Overview {
  schedules: {
    id: string;
    interviewers: {
      id: string;
      full_name: string;
      link: string;
      may_resend: boolean;
      proposal: { id: string; substitute: string; declined: boolean } | null;
    }[];
  }[];
  colleagues: { full_name: string }[];
}

const [ann, abe, rae, rita] = [
  ids.interviewerA,
  ids.colleagueA,
  ids.interviewerReset,
  ids.recruiter,
];
const overview = () => one<Overview | null>("select recruiter_overview()");
const rowOf = async (person: string, schedule = ids.todayA) =>
  (await overview())?.schedules
    .find(({ id }) => id === schedule)
    ?.interviewers.find(({ id }) => id === person);
const propose = (instead: string, by: string | object, schedule = ids.todayA) =>
  attempt<string>(
    typeof by === "string"
      ? `select propose_substitute('${schedule}', '${instead}', '${by}')`
      : `select propose_substitute('${schedule}', '${instead}', p_person => '${JSON.stringify(by)}')`,
  );
const decide = (id: string | undefined, accept: boolean) =>
  attempt<{ interviewer_id: string; queued: number }>(`select decide_proposal('${id}', ${accept})`);
const resend = (person: string, schedule = ids.todayA) =>
  attempt(`select resend_to_colleague('${schedule}', '${person}')`);
const lastLine = () =>
  query(
    "select actor_name, action, names ->> 'subject' as subject from activity order by id desc limit 1",
  );

async function owner(sql: string) {
  await as("owner");
  const rows = await query(sql);
  await as("recruiter");
  return rows;
}

beforeEach(() => as("recruiter"));

describe("what a recruiter sees", () => {
  test("all days of the employer that anyone may know of, with everyone's link", async () => {
    const seen = await overview();
    expect(seen?.schedules.map(({ id }) => id)).toEqual([ids.todayA, ids.tomorrowA]);
    expect(
      seen?.schedules[0]?.interviewers.map(({ full_name, link }) => [full_name, link]),
    ).toEqual([
      ["Abe A", "not_sent"],
      ["Ann A", "not_sent"],
    ]);
    expect(seen?.colleagues.map(({ full_name }) => full_name)).toEqual([
      "Abe A",
      "Ann A",
      "Rae A",
      "Rita A",
    ]);
  });

  test("no student, no email address, no link, and nothing of another employer", async () => {
    const text = JSON.stringify(await overview());
    for (const secret of ["Stu A", "Sue B", "@", ids.linkA, "token", "Bob B", ids.todayB]) {
      expect(text).not.toContain(secret);
    }
  });

  test.each([
    ["queued", "on_its_way"],
    ["sending", "on_its_way"],
    ["sent", "sent"],
    ["delivered", "sent"],
    ["bounced", "not_delivered"],
    ["uncertain", "not_delivered"],
    ["canceled", "not_sent"],
  ])("an email that is %s says %s", async (status, link) => {
    await owner(
      `insert into email_schedules (email_id, schedule_id, person_id, is_interviewer) values ('${ids.email}', '${ids.todayA}', '${ann}', true) on conflict do nothing`,
    );
    await owner(
      `update schedule_interviewers set link_email_id = '${ids.email}' where schedule_id = '${ids.todayA}' and interviewer_id = '${ann}'`,
    );
    await owner(
      `update emails set status = '${status}', link_version = 1 where id = '${ids.email}'`,
    );
    expect((await rowOf(ann))?.link).toBe(link);
    if (link !== "sent") return;
    await owner(`update access_links set last_opened_at = now() where interviewer_id = '${ann}'`);
    expect((await rowOf(ann))?.link).toBe("opened");
    await owner(`update access_links set version = 2 where interviewer_id = '${ann}'`);
    expect((await rowOf(ann))?.link).toBe("not_sent");
  });

  test("a canceled day stays, and one that is over goes", async () => {
    await owner(`update schedules set canceled_at = now() where id = '${ids.todayA}'`);
    await owner(`update schedules set on_date = '2026-03-02' where id = '${ids.tomorrowA}'`);
    expect((await overview())?.schedules.map(({ id }) => id)).toEqual([ids.todayA]);
    expect(await rowOf(ann)).toMatchObject({ may_resend: false });
    expect((await resend(ann)).code).toBe("schedule_canceled");
  });

  test("nothing of an archived OCI, and nobody who was archived", async () => {
    await owner(`update interviewers set archived_at = now() where id = '${abe}'`);
    expect((await overview())?.colleagues.map(({ full_name }) => full_name)).toEqual([
      "Ann A",
      "Rae A",
      "Rita A",
    ]);
    expect(await rowOf(abe)).toBeUndefined();
    await owner(`update ocis set archived_at = now() where id = '${ids.ociA}'`);
    expect((await overview())?.schedules).toEqual([]);
    expect((await resend(ann)).code).toBe("not_found");
  });

  test.each([
    [
      "the office takes it away",
      `update interviewers set sees_overview = false where id = '${rita}'`,
    ],
    ["they are archived", `update interviewers set archived_at = now() where id = '${rita}'`],
    ["their link is reset", `update access_links set version = 2 where interviewer_id = '${rita}'`],
  ])("nothing from the moment that %s", async (_, change) => {
    expect(await overview()).not.toBeNull();
    await owner(change);
    expect(await overview()).toBeNull();
    expect((await resend(ann)).code).toBe("42501");
    expect((await propose(ann, rae)).code).toBe("42501");
    expect((await attempt(`select withdraw_proposal('${ids.proposal}')`)).code).toBe("42501");
  });

  test("the overview is for recruiters only", async () => {
    await as("admin");
    expect(
      (await attempt(`update interviewers set sees_overview = true where id = '${ann}'`)).code,
    ).toBe("overview_is_for_recruiters");
  });

  test("the page knows that it has an overview, and has another version once it has not", async () => {
    const version = () => one<string>("select experience_version()");
    const has = () => one<boolean>("select (interview_experience() ->> 'overview')::boolean");
    const before = await version();
    expect(await has()).toBe(true);
    await owner(`update interviewers set sees_overview = false where id = '${rita}'`);
    await as("owner");
    await refreshLists();
    await as("recruiter");
    expect(await has()).toBe(false);
    expect(await version()).not.toBe(before);
  });
});

describe("resending to a colleague", () => {
  test("goes to the colleague's own address, three times an hour, and is on record", async () => {
    expect((await resend(ann)).code).toBeUndefined();
    expect(
      await owner("select to_email, kind from emails order by created_at desc limit 1"),
    ).toEqual([{ to_email: "ann@a.example", kind: "interview_link_request" }]);
    expect(await owner("select 1 from emails where to_email = 'rita@a.example'")).toEqual([]);
    await as("admin");
    expect(await lastLine()).toEqual([
      { actor_name: "Rita A", action: "access_links.resend", subject: "Ann A" },
    ]);
    await as("recruiter");
    await resend(ann);
    await resend(ann);
    expect((await resend(ann)).code).toBe("resent_already");
    expect((await resend(abe)).code).toBeUndefined();
  });

  test.each([
    ["a draft", ann, ids.draftA, "not_found"],
    ["another employer's day", ids.interviewerB, ids.todayB, "not_found"],
    ["a day that there is not", ann, ids.proposal, "not_found"],
    ["someone who is not on the day", rae, ids.todayA, "interviewer_not_assigned"],
  ])("refused: %s", async (_, person, schedule, code) => {
    const before = await owner("select count(*) from emails");
    expect((await resend(person, schedule)).code).toBe(code);
    expect(await owner("select count(*) from emails")).toEqual(before);
  });

  test("refused once the colleague is archived", async () => {
    await owner(`update interviewers set archived_at = now() where id = '${abe}'`);
    expect((await resend(abe)).code).toBe("interviewer_not_assigned");
  });

  test("refused while the colleague may not know of the day", async () => {
    await owner(`update schedules set released_at = null where id = '${ids.todayA}'`);
    await owner(
      `update schedule_interviewers set invited_at = now() where schedule_id = '${ids.todayA}' and interviewer_id = '${abe}'`,
    );
    expect(await rowOf(ann)).toMatchObject({ may_resend: false });
    expect((await resend(ann)).code).toBe("not_released");
    expect((await resend(abe)).code).toBeUndefined();
  });

  test("after sixty acts an hour there is a pause", async () => {
    await owner(
      `insert into activity (actor_id, actor_name, action) select '${rita}', 'Rita A', 'x.y' from generate_series(1, 60)`,
    );
    expect((await resend(ann)).code).toBe("try_later");
    expect((await propose(ann, rae)).code).toBe("try_later");
  });
});

describe("proposing a substitute", () => {
  test("the office sees it, accepts it, and both are notified", async () => {
    const { value: id } = await propose(ann, rae);
    expect(await rowOf(ann)).toMatchObject({
      proposal: { id, substitute: "Rae A", declined: false },
    });
    await as("admin");
    expect(await lastLine()).toEqual([
      { actor_name: "Rita A", action: "substitute_proposals.insert", subject: "Ann A" },
    ]);
    expect(
      await query(
        `select interviewer, substitute, is_new, recruiter from open_proposals where id = '${id}'`,
      ),
    ).toEqual([{ interviewer: "Ann A", substitute: "Rae A", is_new: false, recruiter: "Rita A" }]);
    expect((await decide(id, true)).value).toMatchObject({ interviewer_id: rae, queued: 1 });
    expect(
      await query(
        `select interviewer_id as id from schedule_interviewers where schedule_id = '${ids.todayA}' order by 1`,
      ),
    ).toEqual([{ id: abe }, { id: rae }].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect((await decide(id, true)).code).toBe("proposal_gone");
    await as("recruiter");
    expect(await rowOf(rae)).toMatchObject({ link: "on_its_way", proposal: null });
  });

  test("someone new joins the employer's people when it is accepted, not before", async () => {
    const nia = { full_name: " Nia New ", email: "NIA@a.example", title: "Partner" };
    const { value: id } = await propose(ann, nia);
    expect(await owner("select 1 from interviewers where full_name = 'Nia New'")).toEqual([]);
    await as("admin");
    await decide(id, true);
    expect(
      await query("select employer_id, title from interviewers where full_name = 'Nia New'"),
    ).toEqual([{ employer_id: ids.employerA, title: "Partner" }]);
  });

  test("a colleague's address means the colleague", async () => {
    const { value: id } = await propose(ann, { full_name: "R. A.", email: "RAE@a.example " });
    expect(
      await owner(`select substitute_id from substitute_proposals where id = '${id}'`),
    ).toEqual([{ substitute_id: rae }]);
  });

  test("an address of another employer's interviewer tells nothing of them", async () => {
    const [bob] = await owner(`select email from interviewers where id = '${ids.interviewerB}'`);
    const { value: id } = await propose(ann, { full_name: "Bo B", ...bob });
    expect(
      await owner(`select substitute_id, full_name from substitute_proposals where id = '${id}'`),
    ).toEqual([{ substitute_id: null, full_name: "Bo B" }]);
  });

  test("another proposal for the same person takes the place of the first", async () => {
    await propose(ann, rae);
    await propose(ann, rita);
    expect(await rowOf(ann)).toMatchObject({ proposal: { substitute: "Rita A" } });
    expect(
      await owner(`select 1 from substitute_proposals where interviewer_id = '${ann}'`),
    ).toHaveLength(1);
  });

  test("declined, the recruiter reads so, and clears it", async () => {
    const { value: id } = await propose(ann, rae);
    await as("admin");
    await decide(id, false);
    expect(await query(`select 1 from open_proposals where id = '${id}'`)).toEqual([]);
    expect(await lastLine()).toEqual([
      { actor_name: "Ada", action: "substitute_proposals.decline", subject: "Ann A" },
    ]);
    expect((await decide(id, true)).code).toBe("proposal_gone");
    await as("recruiter");
    expect(await rowOf(ann)).toMatchObject({ proposal: { declined: true } });
    await query(`select withdraw_proposal('${id}')`);
    expect(await rowOf(ann)).toMatchObject({ proposal: null });
  });

  test("withdrawn, there is nothing left to decide", async () => {
    await query(`select withdraw_proposal('${ids.proposal}')`);
    await as("admin");
    expect(await lastLine()).toEqual([
      { actor_name: "Rita A", action: "substitute_proposals.withdraw", subject: "Abe A" },
    ]);
    expect((await decide(ids.proposal, true)).code).toBe("proposal_gone");
  });

  test.each([
    ["a canceled day", `update schedules set canceled_at = now() where id = '${ids.todayA}'`],
    [
      "a day that is over",
      `update schedules set on_date = '2026-03-01' where id = '${ids.todayA}'`,
    ],
    [
      "someone who is off the day already",
      `delete from schedule_interviewers where schedule_id = '${ids.todayA}' and interviewer_id = '${abe}'`,
    ],
  ])("the office is not asked about %s", async (_, change) => {
    expect(await owner("select 1 from open_proposals")).toHaveLength(1);
    await owner(change);
    expect(await owner("select 1 from open_proposals")).toEqual([]);
  });

  test.each([
    ["someone who is on the day", ann, abe, ids.todayA, "interviewer_already_assigned"],
    ["for someone who is not on the day", rae, rita, ids.todayA, "interviewer_not_assigned"],
    ["someone of another employer", ann, ids.interviewerB, ids.todayA, "not_found"],
    ["on a draft", ann, rae, ids.draftA, "not_found"],
    ["on another employer's day", ids.interviewerB, rae, ids.todayB, "not_found"],
    [
      "without a name",
      ann,
      { email: "x@a.example" },
      ids.todayA,
      "substitute_proposals_full_name_check",
    ],
    ["without an address", ann, { full_name: "X" }, ids.todayA, "substitute_proposals_email_check"],
    [
      "a name of two lines",
      ann,
      { full_name: "A\nB", email: "x@a.example" },
      ids.todayA,
      "substitute_proposals_full_name_check",
    ],
    [
      "a title of a thousand letters",
      ann,
      { full_name: "X", email: "x@a.example", title: "t".repeat(1000) },
      ids.todayA,
      "substitute_proposals_title_check",
    ],
    ["nobody", ann, {}, ids.todayA, "substitute_proposals_email_check"],
  ])("refused: %s", async (_, instead, by, schedule, code) => {
    const before = await owner("select id from substitute_proposals order by 1");
    expect((await propose(instead, by, schedule)).code).toBe(code);
    expect(await owner("select id from substitute_proposals order by 1")).toEqual(before);
  });

  test("refused: an archived colleague", async () => {
    await owner(`update interviewers set archived_at = now() where id = '${rae}'`);
    expect((await propose(ann, rae)).code).toBe("not_found");
  });
});

describe("the link to the overview", () => {
  const queued = () =>
    owner("select kind, to_email from emails where kind = 'overview' order by created_at");

  test("is sent by the office to a recruiter who has no day of their own", async () => {
    await as("admin");
    await query(`select send_overview_link('${rita}')`);
    expect(await queued()).toEqual([{ kind: "overview", to_email: "rita@a.example" }]);
    await as("service");
    expect(
      await query(
        "select payload ->> 'kind' as kind, payload ->> 'employer' as employer, payload -> 'schedules' as schedules from claim_emails() where payload ->> 'kind' = 'overview'",
      ),
    ).toEqual([{ kind: "overview", employer: "Employer A", schedules: [] }]);
  });

  test("is not sent any more once the overview was taken away", async () => {
    await as("admin");
    await query(`select send_overview_link('${rita}')`);
    await query(`update interviewers set sees_overview = false where id = '${rita}'`);
    await as("service");
    expect(
      await query("select 1 from claim_emails() where payload ->> 'kind' = 'overview'"),
    ).toEqual([]);
    await as("admin");
    expect((await attempt(`select send_overview_link('${rita}')`)).code).toBe("nothing_to_send");
    expect((await attempt(`select send_overview_link('${ann}')`)).code).toBe("nothing_to_send");
  });

  test("comes again when the recruiter asks for it", async () => {
    await as("service");
    expect(await one("select request_interview_link('RITA@a.example', 'client')")).toBe(1);
    expect(await queued()).toEqual([{ kind: "overview", to_email: "rita@a.example" }]);
  });
});
