import { rm } from "node:fs/promises";
import type { Database } from "../postgres/database";
import { startInstalled } from "../postgres/postgres-server";
import { announceRunning, forgetRunning, refuseWhenRunning } from "../stack/running";
import { chooseSettings, e2e } from "../stack/settings";
import { openDatabase, startStack } from "../stack/stack";
import { stopSignal } from "../stack/stop-signal";

refuseWhenRunning(e2e.dataDir);
const stopping = stopSignal();
await rm(e2e.dataDir, { recursive: true, force: true });
const server = await startInstalled();
process.once("exit", () => server?.stop());
const settings = { ...(await chooseSettings(e2e)), databaseUrl: server?.url };
announceRunning(settings, false);
process.once("exit", () => forgetRunning(e2e.dataDir));
const stop = await startStack(settings, async () => {
  const database = await openDatabase(settings);
  await addAccounts(database);
  return database;
});
announceRunning(settings, true);
console.log(`npx playwright test uses ${settings.appUrl} until Ctrl-C.`);

await stopping;
await stop();
process.exit();

// Supabase Lite has no way to make accounts from outside; their password is the demo's.
async function addAccounts(database: Database): Promise<void> {
  // What a test counts must not depend on the hour at which it runs.
  await database.exec(
    "update public.settings set remind_day_before = false, remind_same_day = false",
  );
  await database.exec(`
    insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
    select gen_random_uuid(), u.aud, u.role, n.email, u.encrypted_password, now(), u.raw_app_meta_data, u.raw_user_meta_data
    from auth.users u, unnest(array['forgetful@demo.example', 'stranger@demo.example']) as n (email)
    where u.email = 'viewer@demo.example';
    insert into public.staff (user_id, full_name)
    select id, 'Fay Forgetful' from auth.users where email = 'forgetful@demo.example';
  `);
}
