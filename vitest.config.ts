import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["src/**/*.test.{ts,tsx}"] } },
      {
        test: {
          name: "database",
          include: ["supabase/tests/**/*.test.ts"],
          globalSetup: "supabase/tests/setup.ts",
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
