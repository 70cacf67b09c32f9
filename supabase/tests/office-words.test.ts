import { expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, attempt, one, query, refused } = withFixture();

const quoted = (text: string | null) => (text === null ? "null" : `$t$${text}$t$`);
const save = (
  kind: string,
  subject: string | null,
  introduction: string | null = null,
  closing: string | null = null,
) =>
  `select save_email_words('${kind}', ${[subject, introduction, closing].map(quoted).join(", ")})`;
const saved = (kind: string) =>
  query(`select subject, introduction, closing from email_words where kind = '${kind}'`);

test("words are kept tidy, and the standard ones are kept as none", async () => {
  await as("admin");
  await query(
    save("reminder", "  Soon: {{summary}} ", "Hi {{first_name}}.\r\n\r\nBye\u0007", " \n "),
  );
  expect(await saved("reminder")).toEqual([
    {
      subject: "Soon: {{summary}}",
      introduction: "Hi {{first_name}}.\n\nBye",
      closing: null,
    },
  ]);
  await query(save("reminder", "{{summary}}", "", null));
  expect(await saved("reminder")).toEqual([]);
});

test.each([
  ["{{nickname}}", ["{{nickname}}"]],
  ["{{ first_name }} and {{first_name}}", ["{{ first_name }}"]],
  ["Hello {{first_name", ["{{first_name"]],
  ["Hello first_name}}", ["first_name}}"]],
  ["{{interview_link}} {{recipient_name}}", ["{{interview_link}}", "{{recipient_name}}"]],
])("%s is refused, by name, wherever it stands", async (text, fields) => {
  await as("admin");
  for (const [place, words] of Object.entries({
    subject: [text, null, null],
    introduction: [null, text, null],
    closing: [null, null, text],
  })) {
    const [subject, introduction, closing] = words as [string, string, string];
    expect(await attempt(save("reminder", subject, introduction, closing))).toMatchObject({
      code: `${place}_unknown_fields`,
      params: { fields },
    });
  }
});

test("every field that is offered for a kind may be saved, and an overview has no date", async () => {
  await as("admin");
  for (const kind of ["interview_link", "overview", "change"]) {
    const fields = await one<string[]>(`select merge_fields('${kind}')`);
    const text = fields.map((name) => `{{${name}}}`).join(" ");
    expect(await refused(save(kind, text, text, text))).toBeUndefined();
  }
  expect(await refused(save("overview", "On {{date}}"))).toBe("subject_unknown_fields");
});

test("a subject is one line, and that of a change says what changed", async () => {
  await as("admin");
  expect(await refused(save("reminder", "Soon\r\nBcc: all@example.com"))).toBe(
    "subject_not_a_line",
  );
  expect(await refused(save("reminder", "x".repeat(201)))).toBe("subject_not_a_line");
  for (const kind of ["change", "cancellation"]) {
    expect(await refused(save(kind, "News from {{office}}"))).toBe("subject_without_summary");
    expect(await refused(save(kind, "{{office}}: {{summary}}"))).toBeUndefined();
  }
  expect(await refused(save("reminder", null, "x".repeat(2001)))).toBe("introduction_too_long");
  expect(await refused(save("reminder", null, null, "x".repeat(2001)))).toBe("closing_too_long");
});

test("each save and reset is a line in Activity with what was before and after", async () => {
  await as("admin");
  await query(save("reminder", "Soon: {{summary}}"));
  await query(save("reminder", "Soon: {{summary}}"));
  await query(save("reminder", "Today: {{summary}}", "Hello"));
  await query("select reset_email_words('reminder')");
  await query("select reset_email_words('reminder')");
  const none = { subject: null, introduction: null, closing: null };
  const first = { ...none, subject: "Soon: {{summary}}" };
  const second = { ...none, subject: "Today: {{summary}}", introduction: "Hello" };
  const kind = "reminder";
  expect(
    await query(
      "select actor_name, action, detail from activity where about = 'email_words' order by id",
    ),
  ).toEqual(
    [
      { action: "email_words.save", detail: { kind, before: none, after: first } },
      { action: "email_words.save", detail: { kind, before: first, after: second } },
      { action: "email_words.reset", detail: { kind, before: second, after: none } },
    ].map((line) => ({ actor_name: "Ada", ...line })),
  );
});

test("an email that leaves has the words of the kind that it leaves as", async () => {
  await as("admin");
  await query(save("interview_link", "Your day with {{employer}}", "Welcome", "Goodbye"));
  await query(`select queue_interview_links(gen_random_uuid(), array['${ids.todayA}']::uuid[])`);
  await as("service");
  const claimed = await query<{ payload: { kind: string; words: unknown; school: object } }>(
    "select payload from claim_emails()",
  );
  const links = claimed.filter(({ payload }) => payload.kind === "interview_link");
  expect(links.length).toBeGreaterThan(0);
  for (const { payload } of links) {
    expect(payload.words).toEqual({
      subject: "Your day with {{employer}}",
      introduction: "Welcome",
      closing: "Goodbye",
    });
    expect(payload.school).toMatchObject({ accent_color: "#4a4bb5" });
  }
});

test("a draft is shown for a real person and schedule, and nothing is written", async () => {
  await as("admin");
  const count = () =>
    one<string>(
      "select concat_ws('/', (select count(*) from emails), (select count(*) from email_events), (select count(*) from activity))",
    );
  const before = await count();
  const draft = (kind: string, words: object) =>
    `select preview_email('${ids.interviewerA}', '${ids.todayA}', '${kind}', '${JSON.stringify(words)}')`;
  for (const [kind, state] of [
    ["interview_link", "new"],
    ["schedule", "new"],
    ["change", "changed"],
    ["cancellation", "canceled"],
    ["reminder", "up_to_date"],
  ] as const) {
    const payload = await one<{ kind: string; words: unknown; schedules: { state: string }[] }>(
      draft(kind, { closing: "Bye" }),
    );
    expect(payload.kind).toBe(kind);
    expect(payload.words).toEqual({ subject: null, introduction: null, closing: "Bye" });
    expect(payload.schedules.map((one) => one.state)).toEqual([state]);
  }
  expect(await refused(draft("reminder", { subject: "{{x}}" }))).toBe("subject_unknown_fields");
  expect(await count()).toBe(before);
});

test("samples are people who could get the email", async () => {
  await as("viewer");
  const people = async (kind: string) =>
    (await query<{ person_id: string }>(`select person_id from email_samples('${kind}')`)).map(
      ({ person_id }) => person_id,
    );
  expect(await people("interview_link")).toContain(ids.interviewerA);
  expect(await people("interview_link")).not.toContain(ids.studentA);
  expect(await people("student_link")).toContain(ids.studentA);
  expect(await people("student_link")).not.toContain(ids.interviewerA);
  expect(await people("reminder")).toEqual(
    expect.arrayContaining([ids.interviewerA, ids.studentA]),
  );
  expect(await people("overview")).toEqual([ids.recruiter]);
});

test("an accent color is one that white text can be read on, as the form shows", async () => {
  await as("admin");
  // Ratios as WCAG's formula gives them.
  for (const [color, ratio, isEnough] of [
    ["#4a4bb5", 7.09, true],
    ["#767676", 4.54, true],
    ["#777777", 4.48, false],
    ["#ffffff", 1, false],
    ["#000000", 21, true],
    ["#8a1538", 9.32, true],
  ] as const) {
    const [contrast] = await query<{ ratio: number; is_enough: boolean }>(
      `select ratio::float, is_enough from accent_contrast('${color}')`,
    );
    expect(contrast?.ratio).toBeCloseTo(ratio, 1);
    expect(contrast?.is_enough).toBe(isEnough);
    const update = `update settings set accent_color = '${color}' returning 1`;
    expect(await refused(update)).toBe(isEnough ? undefined : "settings_accent_color_check");
  }
  for (const color of ["red", "#FFF", "#4a4bb5;x"]) {
    expect(await query(`select * from accent_contrast('${color}')`)).toEqual([]);
    expect(await refused(`update settings set accent_color = '${color}' returning 1`)).toBe(
      "settings_accent_color_check",
    );
  }
});

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString("base64");
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test("a logo is what its content says, not too large, and noted in Activity", async () => {
  await as("admin");
  await query("select remove_school_logo()");
  const keep = (content: string) => refused(`select save_school_logo('${content}')`);
  expect(await keep(base64(0x3c, 0x73, 0x76, 0x67, 0x3e))).toBe("logo_not_an_image");
  expect(await keep("not base64!")).toBe("logo_not_an_image");
  const large = Buffer.concat([Buffer.from(png), Buffer.alloc(200 * 1024)]).toString("base64");
  expect(await keep(large)).toBe("logo_too_large");
  const largest = Buffer.concat([Buffer.from(png), Buffer.alloc(200 * 1024 - 8)]);
  expect(await keep(largest.toString("base64"))).toBeUndefined();
  expect(await keep(base64(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0))).toBeUndefined();
  expect(await one("select mime_type from school_logo")).toBe("image/jpeg");
  await query("select remove_school_logo()");
  expect(
    (await query("select action from activity where about = 'school_logo' order by id")).map(
      ({ action }) => action,
    ),
  ).toEqual(["remove", "save", "save", "remove"].map((verb) => `school_logo.${verb}`));
});
