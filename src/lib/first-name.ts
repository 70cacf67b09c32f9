export { firstName } from "../../supabase/functions/_shared/first-name.ts";
