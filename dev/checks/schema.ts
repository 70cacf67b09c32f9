import { readFile } from "node:fs/promises";
import { generateTypes, typesPath } from "../postgres/database-types";
import { withMigratedDatabase } from "../postgres/migrated-database";
import { checkAdvisors, checkCanary } from "./advisors";
import type { Tally } from "./tally";

/** What Supabase's own tools say of the migrated database. */
export function checkSchema(tally: Tally, serverUrl: string): Promise<void> {
  return withMigratedDatabase(serverUrl, async (migrated) => {
    await tally.check("advisors", () => checkAdvisors(migrated));
    await tally.check("database types", async () => {
      if ((await readFile(typesPath, "utf8")) !== (await generateTypes(migrated.url))) {
        throw new Error(`${typesPath} is out of date: npm run types`);
      }
    });
    await tally.check("advisors see mistakes", () => checkCanary(migrated));
  });
}
