import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

type Manifest = Record<string, Chunk>;

const entry = "index.html";
const guest = "src/guest/app.tsx";
const rooms = ["src/guest/room/guest-room.tsx", "src/guest/room/guest-check.tsx"];
const overview = ["src/guest/overview/overview.tsx"];
const limits = { guest: 100_000, room: 25_000, overview: 15_000 };

/**
 * Adds up the gzipped JavaScript that the Interview Experience page loads, now or later, and what
 * the interview room and a recruiter's overview each come to beyond it.
 */
export function checkBundleBudget(outDir: string): void {
  const manifest: Manifest = JSON.parse(readFileSync(join(outDir, ".vite/manifest.json"), "utf8"));
  const page = new Set<string>();
  // What the entry loads later is one app or the other.
  reach(manifest, page, entry, [entry]);
  reach(manifest, page, guest, [...rooms, ...overview]);
  const beyond = (starts: string[]) => {
    const files = new Set(page);
    for (const start of starts) reach(manifest, files, start, []);
    return [...files].filter((file) => !page.has(file));
  };
  hold("Guest bundle", [...page], limits.guest, outDir);
  hold("Room", beyond(rooms), limits.room, outDir);
  hold("Recruiter's overview", beyond(overview), limits.overview, outDir);
}

/** Follows a chunk's imports, and what it loads later unless that is `apart`, or the chunk itself is. */
function reach(manifest: Manifest, files: Set<string>, key: string, apart: string[]): void {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}.`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  const later = apart.includes(key) ? [] : (chunk.dynamicImports ?? []);
  const next = [...(chunk.imports ?? []), ...later].filter((other) => !apart.includes(other));
  for (const other of next) reach(manifest, files, other, apart);
}

function hold(name: string, files: string[], limit: number, outDir: string): void {
  const bytes = files.map((file) => gzipSync(readFileSync(join(outDir, file))).length);
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`${name}: ${(total / 1000).toFixed(1)} KB gzipped, at most ${limit / 1000}.`);
  if (total > limit) throw new Error(`${name}: over its budget.`);
}
