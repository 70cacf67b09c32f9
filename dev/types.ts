import { writeFileSync } from "node:fs";
import { generateTypes, typesPath } from "./database-types";
import { withMigratedServer } from "./migrated-server";

await withMigratedServer(({ url }) => writeFileSync(typesPath, generateTypes(url)));
console.log(`Written: ${typesPath}`);
