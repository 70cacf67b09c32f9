// The same words as in the email: see dates/format-date.ts for why they live there.
export {
  describeChanges,
  type Facts,
  type NoticeState,
  whenOf,
} from "../../supabase/functions/_shared/changes.ts";
