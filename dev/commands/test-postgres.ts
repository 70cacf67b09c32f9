import { readFileSync } from "node:fs";
import { checkAdvisors, checkCanary } from "../checks/advisors";
import { Tally } from "../checks/tally";
import { generateTypes, typesPath } from "../postgres/database-types";
import { withMigratedServer } from "../postgres/migrated-server";

const tally = new Tally();

await withMigratedServer(async (server) => {
  await tally.check("advisors", () => checkAdvisors(server));
  await tally.check("database types", () => {
    if (readFileSync(typesPath, "utf8") !== generateTypes(server.url)) {
      throw new Error(`${typesPath} is out of date: npm run types`);
    }
  });
  await tally.check("advisors see mistakes", () => checkCanary(server));
  await server.database.close();
  tally.vitest({ projects: ["database"], environment: { TEST_DATABASE_URL: server.serverUrl } });
});

tally.report();
