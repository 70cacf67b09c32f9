import { rm } from "node:fs/promises";
import { refuseWhenRunning } from "../stack/running";
import { chooseSettings, dataDir } from "../stack/settings";
import { openDatabase } from "../stack/stack";

refuseWhenRunning(dataDir);
await rm(dataDir, { recursive: true, force: true });
const database = await openDatabase(await chooseSettings());
await database.close();
console.log("The demo season is back.");
