import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  baselineFile,
  generateBaseline,
  migrationsDirectory,
  readLock,
} from "../postgres/migration-files";

if (baselineFile in (await readLock())) {
  console.error(`${baselineFile} is released and may not change: add a migration instead.`);
  process.exit(1);
}
await writeFile(join(migrationsDirectory, baselineFile), await generateBaseline());
console.log(`Written: ${baselineFile}`);
