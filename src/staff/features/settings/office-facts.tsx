import { formatZone } from "../../../lib/dates/format-date";
import type { Tables } from "../../../lib/supabase/database.types";
import { DefinitionList } from "../../../ui/lists/definition-list";

export function OfficeFacts({ settings }: { settings: Tables<"settings"> }) {
  return (
    <DefinitionList
      items={[
        ["School", settings.school_name],
        ["Career office", settings.office_name],
        ["Emails come from", `${settings.sender_name} <${settings.sender_email}>`],
        ["Replies go to", settings.reply_to ?? settings.sender_email],
        ["Accent color", settings.accent_color],
        ["Support email", settings.support_email],
        ["Support phone", settings.support_phone ?? "–"],
        ["Time zone", formatZone(settings.time_zone)],
      ]}
    />
  );
}
