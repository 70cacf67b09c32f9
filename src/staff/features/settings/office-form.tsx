import { type FormEvent, type ReactNode, useState } from "react";
import { DomainError } from "../../../lib/errors/domain-error";
import { explainError } from "../../../lib/errors/explain-error";
import { fieldOf, problemAt } from "../../../lib/errors/messages";
import type { Tables } from "../../../lib/supabase/database.types";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { showToast } from "../../../ui/feedback/toast";
import { TextField } from "../../../ui/fields/text-field";
import { TimeZoneField } from "../../../ui/fields/time-zone-field";
import { useSaveSettings } from "./api";

type Settings = Tables<"settings">;
type TextName = Exclude<keyof Settings, "id" | "time_zone">;

export function OfficeForm({ settings }: { settings: Settings }) {
  const save = useSaveSettings();
  const [zone, setZone] = useState(settings.time_zone);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { elements } = event.currentTarget;
    const form = new FormData(event.currentTarget);
    const text = (name: TextName) => String(form.get(name)).trim();
    save.mutate(
      {
        school_name: text("school_name"),
        office_name: text("office_name"),
        sender_name: text("sender_name"),
        sender_email: text("sender_email"),
        reply_to: text("reply_to") || null,
        support_email: text("support_email"),
        support_phone: text("support_phone") || null,
        time_zone: zone,
      },
      {
        onSuccess: () => showToast("Settings saved. Emails sent from now on use them."),
        onError: (error) => {
          const field = elements.namedItem(fieldOf(error) ?? "");
          if (field instanceof HTMLElement) field.focus();
        },
      },
    );
  }

  const field = (name: TextName) => ({
    name,
    defaultValue: settings[name] ?? "",
    error: problemAt(save.error, name),
    maxLength: 254,
  });

  return (
    <form onSubmit={submit} className="flex flex-col gap-8">
      {save.isError && !(save.error instanceof DomainError) && (
        <Banner tone="danger">{explainError(save.error)}</Banner>
      )}
      <Group title="Career office" note="As interviewers read it in emails and on their page.">
        <TextField label="School" required {...field("school_name")} />
        <TextField label="Career office" required {...field("office_name")} />
      </Group>
      <Group title="Emails" note="Use a domain that your mail server may send for.">
        <TextField label="Sender’s name" required {...field("sender_name")} />
        <TextField label="Sender’s address" type="email" required {...field("sender_email")} />
        <TextField
          label="Reply-to (optional)"
          help="Where answers go, if not to the sender."
          type="email"
          {...field("reply_to")}
        />
      </Group>
      <Group title="Help" note="Whom interviewers and students turn to.">
        <TextField label="Email address" type="email" required {...field("support_email")} />
        <TextField label="Phone (optional)" type="tel" {...field("support_phone")} />
      </Group>
      <Group title="New schedules" note="Each schedule may have another time zone.">
        <TimeZoneField value={zone} onChange={setZone} error={problemAt(save.error, "time_zone")} />
      </Group>
      <Button type="submit" variant="primary" isPending={save.isPending} className="self-start">
        Save settings
      </Button>
    </form>
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
