import { announceRunning, forgetRunning, refuseWhenRunning } from "../stack/running";
import { chooseSettings, dataDir } from "../stack/settings";
import { startStack } from "../stack/stack";
import { stopSignal } from "../stack/stop-signal";

refuseWhenRunning(dataDir);
const settings = await chooseSettings();
announceRunning(settings, false);
process.once("exit", () => forgetRunning(dataDir));
const stopping = stopSignal();
console.log("Starting…");
const stop = await startStack(settings);
announceRunning(settings, true);
console.log(`
  Campus Interviews   ${settings.appUrl}
  Mailbox             ${settings.mailboxUrl}

  Sign in as          admin@demo.example or viewer@demo.example
  Password            campus-demo

  Ctrl-C stops everything; the data stays. "npm run reset" brings the demo season back.
`);

await stopping;
await stop();
process.exit();
