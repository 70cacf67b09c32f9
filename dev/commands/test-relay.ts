import { Tally } from "../checks/tally";
import { ensureBrowser } from "../machine/browser";
import { ensureTurnServer } from "../machine/turn-server";

ensureBrowser();
ensureTurnServer();

const tally = new Tally();
tally.vitest({ projects: ["relay"] });
tally.report();
