import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { read } from "./database.ts";

const logo = z.object({ content: z.string(), mime_type: z.enum(["image/png", "image/jpeg"]) });

/** In base64. */
export type SchoolLogo = z.infer<typeof logo>;

export const readLogo = (database: PostgrestClient): Promise<SchoolLogo | null> =>
  read(database.from("school_logo").select("content, mime_type").maybeSingle(), logo.nullable());
