import { defineConfig } from "vitest/config";

const project = { extends: true as const };
const database = {
  globalSetup: "supabase/tests/setup.ts",
  hookTimeout: 240_000,
  testTimeout: 120_000,
};

export default defineConfig({
  test: {
    // The API logs every refusal, and most tests are about refusals.
    silent: "passed-only",
    expect: { poll: { timeout: 60_000 } },
    // A process for each file would spend most of its time on loading what the one before had loaded.
    isolate: false,
    setupFiles: "dev/checks/fresh-modules.ts",
    // By itself Vitest would leave a processor free, which the database cannot fill.
    maxWorkers: "100%",
    projects: [
      { ...project, test: { name: "unit", include: ["src/**/*.test.{ts,tsx}"] } },
      {
        ...project,
        test: { ...database, name: "database", include: ["supabase/tests/**/*.test.ts"] },
      },
      {
        // What holds on a server holds in PGlite, on which `npm start` runs: the
        // schema, who may do what, requests that meet, and the start itself.
        ...project,
        test: {
          ...database,
          name: "pglite",
          include: [
            "supabase/tests/{access,api,schemas,concurrency,video-room-concurrency}.test.ts",
            "dev/stack/start.test.ts",
          ],
        },
      },
      {
        ...project,
        test: {
          ...database,
          name: "functions",
          include: ["supabase/functions/tests/*.test.ts"],
        },
      },
      {
        // Needs coturn and a browser: `npm test -- --complete` sees to both.
        ...project,
        test: {
          ...database,
          name: "relay",
          include: ["supabase/functions/tests/relay/*.test.ts"],
        },
      },
    ],
  },
});
