import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ids, type Persona, personas } from "./access-matrix";
import { claims, fixture } from "./fixture";
import { openDatabase, type Session } from "./harness";

let db: Session;
/** Student A's résumé, uploaded as an admin does. */
const resume = randomUUID();
const bytes = new TextEncoder().encode("%PDF-1.4 a résumé");

beforeAll(async () => {
  db = await openDatabase();
  await db.exec(fixture);
  const uploaded = await upload("admin", resume);
  expect(uploaded.status, await uploaded.text()).toBe(200);
  const admin = await db.as(claims.admin);
  const { data } = await admin.rpc("save_document", {
    p_id: resume,
    p_student_id: ids.studentA,
    p_kind: "resume",
    p_file_name: "Résumé.pdf",
  });
  expect(data).toBe(ids.resumeA);
});
afterAll(() => db.close());

const as = (persona: Persona) => (persona === "anon" ? undefined : claims[persona]);

const upload = (persona: Persona, name: string, type = "application/pdf", body = bytes) =>
  db.storage(as(persona), `object/documents/${name}`, {
    method: "POST",
    headers: { "Content-Type": type, "Content-Length": String(body.byteLength) },
    body,
  });

const post = (persona: Persona, path: string, body: object) =>
  db.storage(as(persona), path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

const mayDownload: Persona[] = ["viewer", "admin", "interviewerA", "student"];

test.each(personas)("a download as %s", async (persona) => {
  const answer = await db.storage(as(persona), `object/documents/${resume}`);
  if (mayDownload.includes(persona)) {
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
  } else {
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain("PDF");
  }
});

test.each(personas)("%s gets no URL that opens a file without a sign-in", async (persona) => {
  const one = await post(persona, `object/sign/documents/${resume}`, { expiresIn: 600 });
  const many = await post(persona, "object/sign/documents", { expiresIn: 600, paths: [resume] });
  const put = await post(persona, `object/upload/sign/documents/${randomUUID()}`, {});
  for (const answer of [one, many, put]) expect(await answer.text()).not.toContain("token=");
  expect([one.status, put.status]).not.toContain(200);
});

test.each(personas)(
  "%s cannot make the file public, move, copy or list it unseen",
  async (persona) => {
    const publicly = await db.storage(as(persona), `object/public/documents/${resume}`);
    expect(publicly.status).toBe(400);
    const bucket = await db.storage(as(persona), "bucket/documents", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ public: true }),
    });
    expect(bucket.status).not.toBe(200);
    const to = { bucketId: "documents", sourceKey: resume, destinationKey: randomUUID() };
    expect((await post(persona, "object/move", to)).status).not.toBe(200);
    const listed = await post(persona, "object/list/documents", { prefix: "" });
    const isStaff = persona === "admin" || persona === "viewer";
    expect((await listed.text()).includes(resume)).toBe(isStaff);
  },
);

test.each(personas)("an upload as %s", async (persona) => {
  const answer = await upload(persona, randomUUID());
  expect(answer.status === 200).toBe(persona === "admin");
});

test.each([
  ["a page", "text/html"],
  ["a drawing that may hold scripts", "image/svg+xml"],
  ["a page with a long type", "application/pdf, text/html"],
  ["anything", "application/octet-stream"],
])("the bucket takes no %s", async (_what, type) => {
  const answer = await upload("admin", randomUUID(), type);
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(/mime type/i)]);
});

test("the bucket takes ten megabytes and no more", async () => {
  const most = 10 * 1024 * 1024;
  const full = await upload("admin", randomUUID(), undefined, new Uint8Array(most));
  expect(full.status).toBe(200);
  const over = await upload("admin", randomUUID(), undefined, new Uint8Array(most + 1));
  expect(over.status).toBe(400);
});

test("a file is never overwritten, and stays as long as a document has it", async () => {
  const again = await db.storage(claims.admin, `object/documents/${resume}`, {
    method: "POST",
    headers: { "Content-Type": "application/pdf", "x-upsert": "true" },
    body: "%PDF other",
  });
  expect(again.status).toBe(400);
  await db.storage(claims.admin, "object/documents", {
    method: "DELETE",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ prefixes: [resume] }),
  });
  const kept = await db.storage(claims.interviewerA, `object/documents/${resume}`);
  expect(new Uint8Array(await kept.arrayBuffer())).toEqual(bytes);
});

test("an expired token opens nothing", async () => {
  const expired = { ...claims.interviewerA, exp: 1 };
  const answer = await db.storage(expired, `object/documents/${resume}`);
  expect(answer.status).toBe(400);
});
