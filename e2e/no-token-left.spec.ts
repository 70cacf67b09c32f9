import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openServer } from "../dev/postgres/database";
import { allMails, linkIn, mailTo } from "./support/mailbox";
import { Office } from "./support/office";
import { everyRow, tableNames } from "./support/service";
import { everyToken, secretHalves, textsIn } from "./support/tokens";

// Runs after all other specs, over everything that they have left behind.
test.describe.configure({ mode: "default" });

const dataDir = process.env.E2E_DATA_DIR ?? ".data/e2e";
const uuid = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
let secretTexts: string[];
/** The id of a posting that an email links to: as text it stands in the kept email alone. */
let postingId: string;

test.beforeAll("collect every token that was mailed or revealed", async () => {
  const mail = await sendOne(await Office.open());
  postingId = /\/admin\/postings\/([\w-]{36})/.exec(mail.html)?.[1] ?? "";
  const tokens = await everyToken();
  const mailed = (await allMails())
    .filter(({ html }) => html?.includes("/interview#"))
    .map((mail) => new URL(linkIn(mail)).hash.slice(1));
  expect(mailed).not.toEqual([]);
  expect(tokens).toEqual(expect.arrayContaining(mailed));
  secretTexts = tokens.flatMap(secretHalves);
});

/** Where the database is, with everything that it had still in memory. */
async function databaseDirectory(): Promise<string> {
  const url = process.env.DATABASE_URL;
  if (!url) return join(dataDir, "database");
  const server = openServer(url);
  await server.exec("checkpoint");
  const [row] = await server.query<{ data_directory: string }>("show data_directory");
  await server.close();
  return row?.data_directory ?? "";
}

async function sendOne(office: Office) {
  const employer = await office.employer();
  const last = await office.interviewer(employer.id, "Last Example");
  const schedule = await office.schedule(await office.oci(employer.id), { interviewers: [last] });
  await office.sendLinks([schedule]);
  return mailTo(last.email);
}

test("no table holds what opens an Interview Experience page", async () => {
  const tables = tableNames();
  expect(tables).toEqual(expect.arrayContaining(["access_links", "activity", "emails"]));
  for (const table of tables) {
    const rows = JSON.stringify(await everyRow(table));
    // Of 20,000 random ids one or the other has eight characters in common with a secret.
    const withoutIds = Buffer.from(rows.replaceAll(uuid, ""));
    expect(textsIn(withoutIds, secretTexts), table).toEqual([]);
    if (table === "email_bodies")
      expect(textsIn(Buffer.from(rows), [postingId])).toEqual([postingId]);
  }
});

test("no file of the database does, nor its write-ahead log, nor the functions' log", async () => {
  const database = await databaseDirectory();
  const files = readdirSync(database, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const holdsPosting = files.filter((file) => {
    const bytes = readFileSync(file);
    expect(textsIn(bytes, secretTexts), file).toEqual([]);
    return textsIn(bytes, [postingId]).length > 0;
  });
  expect(holdsPosting.some((file) => file.includes("pg_wal"))).toBe(true);
  expect(textsIn(readFileSync(join(dataDir, "functions.log")), secretTexts)).toEqual([]);
});
