import { writeFile } from "node:fs/promises";
import { generateTypes, typesPath } from "../postgres/database-types";
import { withMigratedDatabase } from "../postgres/migrated-database";
import { startServer } from "../postgres/postgres-server";

const server = await startServer();
process.once("exit", () => server.stop());
await withMigratedDatabase(server.url, async ({ url }) =>
  writeFile(typesPath, await generateTypes(url)),
);
console.log(`Written: ${typesPath}`);
