export {
  fillHtml,
  fillText,
  placeholder,
} from "../../supabase/functions/_shared/email/placeholders.ts";
