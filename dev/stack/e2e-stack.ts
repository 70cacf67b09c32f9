import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { type Running, readRunning } from "./running";
import { openDatabase } from "./stack";

const dataDir = resolve(process.env.E2E_DATA_DIR ?? ".data/e2e");

/** Playwright's global setup: a stack of its own, fresh, serving the production build. */
export default async function setUp(): Promise<() => Promise<void>> {
  await rm(dataDir, { recursive: true, force: true });
  await addAccounts();
  const stack = spawn(process.execPath, ["dev/run.mjs", "start"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const running = await untilReady(() => stack.exitCode);
  process.env.APP_URL = running.appUrl;
  process.env.MAILBOX_URL = running.mailboxUrl;
  return async () => {
    stack.kill();
    await once(stack, "exit");
  };
}

// Supabase Lite has no way to make accounts from outside; their password is the demo's.
async function addAccounts(): Promise<void> {
  const database = await openDatabase(dataDir);
  await database.exec(`
    insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
    select gen_random_uuid(), u.aud, u.role, n.email, u.encrypted_password, now(), u.raw_app_meta_data, u.raw_user_meta_data
    from auth.users u, unnest(array['forgetful@demo.example', 'stranger@demo.example']) as n (email)
    where u.email = 'viewer@demo.example';
    insert into public.staff (user_id, full_name)
    select id, 'Fay Forgetful' from auth.users where email = 'forgetful@demo.example';
  `);
  await database.close();
}

const environment = {
  DATA_DIR: dataDir,
  SERVE_BUILD: "1",
  APP_PORT: "5573",
  SMTP_PORT: "5625",
  MAILBOX_PORT: "5680",
  FUNCTIONS_PORT: "5731",
};

async function untilReady(exitCode: () => number | null): Promise<Running> {
  for (;;) {
    const running = readRunning(dataDir);
    if (running?.ready) return running;
    if (exitCode() !== null) throw new Error("The stack for the end-to-end tests did not start.");
    await new Promise((next) => setTimeout(next, 200));
  }
}
