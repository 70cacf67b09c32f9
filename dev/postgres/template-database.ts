import { randomUUID } from "node:crypto";
import { openServer } from "./database";

/** What each test file gets a copy of, once it is migrated. */
const template = "campus_interviews_template";

const onDatabase = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** Makes an empty database in the place of one of that name, and returns its address. */
export async function createDatabase(serverUrl: string, name = template): Promise<string> {
  await administer(serverUrl, `drop database if exists ${name} with (force)`);
  await administer(serverUrl, `create database ${name}`);
  return onDatabase(serverUrl, name);
}

/** A copy of the migrated template, named so that two test files never meet. */
export async function cloneTemplate(serverUrl: string): Promise<string> {
  const name = `campus_interviews_test_${randomUUID().replaceAll("-", "")}`;
  await administer(serverUrl, `create database ${name} template ${template}`);
  await administer(serverUrl, copySettings(name));
  return onDatabase(serverUrl, name);
}

// PostgreSQL leaves behind what "alter database … set" has set.
const copySettings = (name: string) => `
  do $$
  declare
    v_setting text;
  begin
    for v_setting in
      select unnest(s.setconfig) from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
      where d.datname = '${template}' and s.setrole = 0
    loop
      execute format('alter database ${name} set %I = %L', split_part(v_setting, '=', 1), split_part(v_setting, '=', 2));
    end loop;
  end
  $$`;

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
