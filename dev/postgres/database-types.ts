import { execFileSync } from "node:child_process";
import { supabase } from "./supabase-cli";

export const typesPath = "src/lib/supabase/database.types.ts";

/** The client's types as the schema of that database has them. */
export async function generateTypes(url: string): Promise<string> {
  const input = await supabase(["gen", "types", "--lang=typescript", `--remote=${url}`]);
  const format = ["biome", "format", `--stdin-file-path=${typesPath}`];
  return execFileSync("npx", format, { input, encoding: "utf8" });
}
