import { defineConfig } from "vitest/config";

const database = { globalSetup: "supabase/tests/setup.ts", hookTimeout: 30_000 };

export default defineConfig({
  test: {
    // The API logs every refusal, and most tests are about refusals.
    silent: "passed-only",
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: { ...database, name: "database", include: ["supabase/tests/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          ...database,
          name: "functions",
          include: ["supabase/functions/tests/*.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        // Needs coturn and a browser: `npm run test:relay` sees to both.
        extends: true,
        test: {
          ...database,
          name: "relay",
          include: ["supabase/functions/tests/relay/*.test.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
