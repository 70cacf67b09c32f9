import { randomUUID } from "node:crypto";
import { openServer } from "./database";

const template = "campus_interviews_template";

const onDatabase = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** Makes an empty template database and returns its address. */
export async function createTemplate(serverUrl: string): Promise<string> {
  await administer(serverUrl, `drop database if exists ${template} with (force)`);
  await administer(serverUrl, `create database ${template}`);
  return onDatabase(serverUrl, template);
}

/** A copy of the migrated template, named so that two test files never meet. */
export async function cloneTemplate(serverUrl: string): Promise<string> {
  const name = `campus_interviews_test_${randomUUID().replaceAll("-", "")}`;
  await administer(serverUrl, `create database ${name} template ${template}`);
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
