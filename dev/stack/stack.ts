import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { seedDocuments } from "../demo/documents";
import { type Database, openEmbedded } from "../postgres/database";
import { startAppServer } from "./app-server";
import { createApi, migrate, seedOnce } from "./backend";
import { startDelivery } from "./delivery";
import { startFunctions } from "./functions";
import { authEmail, startMailbox } from "./mailbox";
import type { Settings } from "./settings";

/** Brings everything up and returns how to take it down again. */
export async function startStack(settings: Settings): Promise<() => Promise<void>> {
  await mkdir(settings.dataDir, { recursive: true });
  const functions = startFunctions(settings);
  const mailbox = await startMailbox(settings);
  const database = await openDatabase(settings.dataDir);
  const api = createApi(database, {
    siteUrl: settings.appUrl,
    email: authEmail(settings),
    filesDir: filesIn(settings.dataDir),
  });
  const app = await startAppServer(api, settings, functions.restartSoon);
  await functions.answer();
  const stopDelivery = startDelivery(settings);
  return async () => {
    stopDelivery();
    await Promise.all([app.close(), functions.stop(), mailbox.stop()]);
    await database.close();
  };
}

/** The kept database, migrated to the newest, with the demo season when it is new. */
export async function openDatabase(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const database = await openEmbedded({ dataDir: join(dataDir, "database") });
  const applied = await migrate(database);
  if (applied.length > 0) console.log(`Migrated: ${applied.join(", ")}`);
  if (await seedOnce(database)) await seedDocuments(database, filesIn(dataDir));
  return database;
}

const filesIn = (dataDir: string) => join(dataDir, "files");
