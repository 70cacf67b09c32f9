import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { seedDocuments } from "../demo/documents";
import { writeDemoEmails } from "../demo/emails";
import { type Database, openEmbedded, openServer } from "../postgres/database";
import { prepareApp, startAppServer } from "./app-server";
import { createApi, migrate, seedOnce } from "./backend";
import { startDelivery } from "./delivery";
import { startFunctions } from "./functions";
import { authEmail, startMailbox } from "./mailbox";
import type { Settings } from "./settings";

/** Brings everything up and returns how to take it down again. */
export async function startStack(
  settings: Settings,
  open = () => openDatabase(settings),
): Promise<() => Promise<void>> {
  await mkdir(settings.dataDir, { recursive: true });
  const functions = startFunctions(settings);
  const [mailbox, database] = await Promise.all([
    startMailbox(settings),
    open(),
    prepareApp(settings),
  ]);
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

type Place = Pick<Settings, "dataDir" | "databaseUrl" | "appUrl">;

/** The kept database, migrated to the newest, with the demo season when it is new. */
export async function openDatabase({ dataDir, databaseUrl, appUrl }: Place): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const database = databaseUrl
    ? openServer(databaseUrl)
    : await openEmbedded({ dataDir: join(dataDir, "database") });
  await bringUpToDate(database, dataDir, appUrl);
  if (!databaseUrl) return database;
  await database.close();
  return openServer(databaseUrl, connections);
}

async function bringUpToDate(database: Database, dataDir: string, appUrl: string): Promise<void> {
  const applied = await migrate(database);
  if (applied.length > 0) console.log(`Migrated: ${applied.join(", ")}`);
  if (!(await seedOnce(database))) return;
  await seedDocuments(database, filesIn(dataDir));
  await writeDemoEmails(database, appUrl);
}

/** As many requests as a server answers at once. */
const connections = 10;

const filesIn = (dataDir: string) => join(dataDir, "files");
