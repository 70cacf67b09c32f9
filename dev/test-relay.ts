import { ensureBrowser } from "./browser";
import { Tally } from "./tally";
import { ensureTurnServer } from "./turn-server";

ensureBrowser();
ensureTurnServer();

const tally = new Tally();
tally.vitest({ projects: ["relay"] });
tally.report();
