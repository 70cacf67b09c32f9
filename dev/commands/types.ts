import { writeFileSync } from "node:fs";
import { generateTypes, typesPath } from "../postgres/database-types";
import { withMigratedServer } from "../postgres/migrated-server";

await withMigratedServer(({ url }) => writeFileSync(typesPath, generateTypes(url)));
console.log(`Written: ${typesPath}`);
