// The same entry and the same links as in the email: see dates/format-date.ts for why they live there.
export {
  googleCalendarUrl,
  outlookCalendarUrl,
} from "../../supabase/functions/_shared/calendar-links.ts";
export {
  type Contact,
  type ScheduleFacts,
  scheduleEvent,
} from "../../supabase/functions/_shared/schedule-event.ts";
export { studentEvent } from "../../supabase/functions/_shared/student-event.ts";
