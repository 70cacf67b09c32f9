import { rm } from "node:fs/promises";
import { refuseWhenRunning } from "./running";
import { dataDir } from "./settings";
import { openDatabase } from "./stack";

refuseWhenRunning(dataDir);
await rm(dataDir, { recursive: true, force: true });
const database = await openDatabase(dataDir);
await database.close();
console.log("The demo season is back.");
