import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const features = "src/staff/features";

/** Imports that the linter must refuse, each the only one of its file, or its silence says nothing. */
const refused: Record<string, string> = {
  "src/cycle/lazy.ts": 'export const load = () => import("./loaded");',
  "src/cycle/loaded.ts": 'import { load } from "./lazy"; load();',
  "src/cycle/type.ts": 'import type { B } from "./other-type"; export type A = B[];',
  "src/cycle/other-type.ts": 'import type { A } from "./type"; export type B = A[];',
  "src/lib/app.ts": 'import "../ui/button";',
  "src/ui/router.ts": 'import "react-router";',
  "src/shared/feature.ts": 'import "../staff/features/ocis/api";',
  "src/guest/staff.ts": 'import "../staff/lists/list";',
  "src/room/guest.ts": 'import "../guest/app";',
  "src/staff/lists/feature.ts": 'import "../features/ocis/api";',
  [`${features}/ocis/guest.ts`]: 'import "../../../guest/app";',
  [`${features}/ocis/part.ts`]: 'import "../links/part";',
  [`${features}/ocis/room.ts`]: 'import "../links/send/api";',
  [`${features}/ocis/router.ts`]: 'import "../../app/router";',
  [`${features}/ocis/client.ts`]: 'import "../../../lib/supabase/staff-client";',
  [`${features}/ocis/list/part.ts`]: 'import "../../links/part";',
  [`${features}/ocis/list/router.ts`]: 'import "../../../app/router";',
};

/** And some that it must let pass. */
const allowed: Record<string, string> = {
  [`${features}/ocis/api.ts`]: 'import "../../../lib/supabase/staff-client";',
  [`${features}/ocis/page.ts`]: 'import "../links/send-api"; import "../links/shared/dialog";',
  [`${features}/ocis/list/page.ts`]:
    'import "../api"; import "../../links/api"; import "../../../../ui/button"; import "../../../app/query-client";',
};

interface Report {
  diagnostics: { category: string; location: { path: string } }[];
}

/** Shows the linter imports that go the wrong way: it must find them, and nothing else. */
export function checkImportRules(): void {
  const project = mkdtempSync(join(tmpdir(), "import-rules-"));
  try {
    const config = JSON.parse(readFileSync("biome.json", "utf8"));
    write(project, "biome.json", JSON.stringify({ ...config, vcs: undefined }));
    for (const [path, text] of Object.entries({ ...refused, ...allowed })) {
      write(project, path, text);
    }
    const found = lint(project);
    const missed = Object.keys(refused).filter((path) => !found.has(path));
    const wrong = Object.keys(allowed).filter((path) => found.has(path));
    if (missed.length > 0) throw new Error(`the linter does not see ${missed.join(", ")}`);
    if (wrong.length > 0) throw new Error(`the linter refuses ${wrong.join(", ")}`);
  } finally {
    rmSync(project, { recursive: true });
  }
}

function lint(project: string): Set<string> {
  const rules = ["--only=suspicious/noImportCycles", "--only=style/noRestrictedImports"];
  const { stdout } = spawnSync(
    resolve("node_modules/.bin/biome"),
    ["lint", "--reporter=json", "--max-diagnostics=none", ...rules],
    { cwd: project, encoding: "utf8" },
  );
  const { diagnostics }: Report = JSON.parse(stdout);
  return new Set(diagnostics.map(({ location }) => location.path));
}

function write(project: string, path: string, text: string): void {
  const file = join(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
