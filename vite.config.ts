import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Found only once a worker starts, it would reload the page in the middle of an import.
  optimizeDeps: { include: ["papaparse"] },
  build: { manifest: true, modulePreload: { polyfill: false }, target: "es2022" },
});
