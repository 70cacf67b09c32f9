import { rm } from "node:fs/promises";
import { refuseWhenRunning } from "../stack/running";
import { dataDir } from "../stack/settings";
import { openDatabase } from "../stack/stack";

refuseWhenRunning(dataDir);
await rm(dataDir, { recursive: true, force: true });
const database = await openDatabase({ dataDir });
await database.close();
console.log("The demo season is back.");
