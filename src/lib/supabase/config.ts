export const supabaseUrl = import.meta.env.VITE_SUPABASE_URL || location.origin;
export const supabaseKey = import.meta.env.VITE_SUPABASE_PUBLISHABLE_KEY || "anon";
/** The stack that `npm start` runs: it may show what no real office would. */
export const isEmbedded = import.meta.env.VITE_EMBEDDED === "1";
