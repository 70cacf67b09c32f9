import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { App, type EmailDriver, setExperimental } from "@supabase/lite";
import type { Database } from "../postgres/database";
import { applyMigrations, runScript } from "../postgres/migrate";
import { fileStorage } from "./file-storage";
import { secrets } from "./secrets";

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

setExperimental("storage", true);

const emailTemplates = {
  magic_link: template("{{ .Token }} is your sign-in code", "sign-in-code"),
  recovery: template("{{ .Token }} is your code for a new password", "recovery"),
};

export interface BackendOptions {
  /** Where the app is seen from outside: links in sign-in emails lead there. */
  siteUrl?: string;
  email?: EmailDriver;
  /** Where uploaded files are kept; otherwise among temporary files. */
  filesDir?: string;
}

/** The paths that the API answers. */
export const apiPaths = ["/auth/v1", "/rest/v1", "/storage/v1"];

/** Supabase's REST, Auth and Storage API on a database. */
export function createApi(database: Database, options: BackendOptions = {}): App {
  const siteUrl = options.siteUrl ?? "http://localhost";
  const api = new App({
    connection: database.connection,
    storage: { enabled: true },
    auth: {
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
      site_url: siteUrl,
      additional_redirect_urls: [`${siteUrl}/**`],
      enable_signup: false,
      minimum_password_length: 10,
      email: { template: emailTemplates },
    },
    options: {
      server: { admin: false, disableStudio: true },
      ...(options.email && { drivers: { email: options.email } }),
    },
  });
  api._storageAdapter = fileStorage(options.filesDir ?? join(tmpdir(), "campus-interviews-files"));
  return api;
}

/** Makes an empty database what a hosted project is before its first migration. */
export async function preparePlatform(database: Database): Promise<void> {
  const api = createApi(database);
  await api.ensureSystemSchema();
  await database.exec(await readFile(fromHere("../postgres/supabase-platform.sql"), "utf8"));
}

export async function migrate(database: Database): Promise<string[]> {
  await preparePlatform(database);
  return applyMigrations(database);
}

/** Runs supabase/seed.sql, unless this database has been seeded; whether it ran. */
export async function seedOnce(database: Database): Promise<boolean> {
  const seeded = await database.query("select from supabase_migrations.seed_files");
  if (seeded.length > 0) return false;
  const script = await readFile(fromHere("../../supabase/seed.sql"), "utf8");
  const record = "insert into supabase_migrations.seed_files (path, hash) values ('seed.sql', '')";
  await runScript(database, "seed.sql", `${script}\n;\n${record}`);
  return true;
}

function template(subject: string, name: string) {
  return { subject, content_path: fromHere(`../../supabase/templates/${name}.html`) };
}
