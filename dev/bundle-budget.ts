import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

const entry = "index.html";
const guest = "src/guest/app.tsx";
const limit = 100_000;

/** Adds up the gzipped JavaScript that the Interview Experience page loads, now or later. */
export function checkBundleBudget(outDir: string): void {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(outDir, ".vite/manifest.json"), "utf8"),
  );
  const reached = new Set<string>();
  const walk = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no ${key}.`);
    if (reached.has(chunk.file)) return;
    reached.add(chunk.file);
    // What the entry loads later is one app or the other.
    const later = key === entry ? [] : (chunk.dynamicImports ?? []);
    for (const next of [...(chunk.imports ?? []), ...later]) walk(next);
  };
  walk(entry);
  walk(guest);

  const bytes = [...reached].map((file) => gzipSync(readFileSync(join(outDir, file))).length);
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`Guest bundle: ${(total / 1000).toFixed(1)} KB gzipped, at most ${limit / 1000}.`);
  if (total > limit) throw new Error("The guest bundle is over its budget.");
}
