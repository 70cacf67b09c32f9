import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["bench/*.test.ts"],
    globalSetup: "supabase/tests/setup.ts",
    fileParallelism: false,
    testTimeout: 600_000,
  },
});
