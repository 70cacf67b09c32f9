import type { ReactNode } from "react";
import type { Tables } from "../../../lib/supabase/database.types";
import { ErrorBanner } from "../../../shared/forms/error-banner";
import { useForm } from "../../../shared/forms/use-form";
import { Button } from "../../../ui/buttons/button";
import { showToast } from "../../../ui/feedback/toast";
import { Checkbox } from "../../../ui/fields/checkbox";
import { TextField } from "../../../ui/fields/text-field";
import { TimeZoneField } from "../../../ui/fields/time-zone-field";
import { FormFrame } from "../../forms/form-frame";
import { AccentField } from "./accent-field";
import { useSaveSettings } from "./api";

type TextName =
  | "school_name"
  | "office_name"
  | "sender_name"
  | "sender_email"
  | "reply_to"
  | "support_email"
  | "support_phone";

export function OfficeForm({ settings }: { settings: Tables<"settings"> }) {
  const { mutateAsync } = useSaveSettings();
  const form = useForm({
    initial: {
      school_name: settings.school_name,
      office_name: settings.office_name,
      sender_name: settings.sender_name,
      sender_email: settings.sender_email,
      reply_to: settings.reply_to ?? "",
      accent_color: settings.accent_color,
      support_email: settings.support_email,
      support_phone: settings.support_phone ?? "",
      time_zone: settings.time_zone,
      remind_day_before: settings.remind_day_before,
      remind_same_day: settings.remind_same_day,
      notify_automatically: settings.notify_automatically,
    },
    save: (values) =>
      mutateAsync({
        school_name: values.school_name.trim(),
        office_name: values.office_name.trim(),
        sender_name: values.sender_name.trim(),
        sender_email: values.sender_email.trim(),
        reply_to: values.reply_to.trim() || null,
        accent_color: values.accent_color.trim().toLowerCase(),
        support_email: values.support_email.trim(),
        support_phone: values.support_phone.trim() || null,
        time_zone: values.time_zone,
        remind_day_before: values.remind_day_before,
        remind_same_day: values.remind_same_day,
        notify_automatically: values.notify_automatically,
      }),
    onSaved: () => showToast("Settings saved. Emails sent from now on use them."),
  });
  const field = (name: TextName) => ({
    ...form.field(name),
    maxLength: 254,
  });

  return (
    <FormFrame form={form} className="flex flex-col gap-8">
      <Group title="Career office" note="As it appears in emails and on interviewers’ pages.">
        <TextField label="School" required {...field("school_name")} />
        <TextField label="Career office" required {...field("office_name")} />
      </Group>
      <Group title="Emails" note="Use a domain that your mail server can send from.">
        <TextField label="Sender’s name" required {...field("sender_name")} />
        <TextField
          label="Sender’s email address"
          type="email"
          required
          {...field("sender_email")}
        />
        <TextField
          label="Reply-to (optional)"
          help="Where replies go, if not to the sender."
          type="email"
          {...field("reply_to")}
        />
        <AccentField {...form.field("accent_color")} />
      </Group>
      <Group title="Help" note="Shown to interviewers and students who need help.">
        <TextField label="Email address" type="email" required {...field("support_email")} />
        <TextField label="Phone (optional)" type="tel" {...field("support_phone")} />
      </Group>
      <Group title="Reminders" note="Sent to whoever was notified and still has an interview.">
        <Checkbox {...form.checkbox("remind_day_before")}>
          The day before, at 4 PM in the schedule’s time zone
        </Checkbox>
        <Checkbox {...form.checkbox("remind_same_day")}>
          Two hours before a person’s first interview
        </Checkbox>
      </Group>
      <Group
        title="Changes"
        note="Otherwise staff press Notify, and see before it who learns what."
      >
        <Checkbox {...form.checkbox("notify_automatically")}>
          <span>
            Notify people of changes automatically
            <span className="block text-muted text-sm">
              After five minutes without an edit; from 9 PM to 7 AM, only for interviews within 24
              hours.
            </span>
          </span>
        </Checkbox>
      </Group>
      <Group title="New schedules" note="Each schedule may have another time zone.">
        <TimeZoneField {...form.field("time_zone")} />
      </Group>
      <ErrorBanner error={form.formError} />
      <Button type="submit" variant="primary" isPending={form.isPending} className="self-start">
        Save settings
      </Button>
    </FormFrame>
  );
}

interface GroupProps {
  title: string;
  note: string;
  children: ReactNode;
}

function Group({ title, note, children }: GroupProps) {
  return (
    <fieldset>
      <legend className="font-medium">{title}</legend>
      <p className="mb-3 text-muted text-sm">{note}</p>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
