import { randomUUID } from "node:crypto";
import { openServer } from "./database";

/** What each test file gets a copy of, once it is migrated. */
const template = "campus_interviews_template";

const onDatabase = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** Makes an empty database in the place of one of that name, and returns its URL. */
export async function replaceDatabase(serverUrl: string, name = template): Promise<string> {
  await administer(serverUrl, `drop database if exists ${name} with (force)`);
  return createDatabase(serverUrl, name);
}

/** A copy of the migrated template, named so that two test files never meet. */
export const cloneTemplate = (serverUrl: string): Promise<string> =>
  createDatabase(serverUrl, testName(), `template ${template}`);

/** A database without anything, to be dropped with the clones. */
export const createEmpty = (serverUrl: string): Promise<string> =>
  createDatabase(serverUrl, testName());

const testName = () => `campus_interviews_test_${randomUUID().replaceAll("-", "")}`;

// What README.md tells operators to set: the tests of plans are about such a database.
const settings = "random_page_cost = 1.1";

async function createDatabase(serverUrl: string, name: string, options = ""): Promise<string> {
  await administer(serverUrl, `create database ${name} ${options}`);
  await administer(serverUrl, `alter database ${name} set ${settings}`);
  return onDatabase(serverUrl, name);
}

export async function dropClones(serverUrl: string): Promise<void> {
  const server = openServer(serverUrl);
  const clones = await server.query<{ datname: string }>(
    "select datname from pg_database where datname like 'campus\\_interviews\\_test\\_%'",
  );
  for (const { datname } of clones) await server.exec(`drop database ${datname} with (force)`);
  await server.close();
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const server = openServer(serverUrl);
  await server.exec(statement);
  await server.close();
}
