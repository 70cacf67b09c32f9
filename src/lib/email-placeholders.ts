export {
  fillHtml,
  fillText,
  personValues,
} from "../../supabase/functions/_shared/email/placeholders.ts";
