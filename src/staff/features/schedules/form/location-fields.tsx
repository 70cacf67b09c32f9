import { formatLabels, videoLabels } from "../../../../shared/labels";
import { RadioGroup } from "../../../../ui/fields/radio-group";
import { TextField } from "../../../../ui/fields/text-field";
import { optionsOf } from "../../../labels";
import type { ScheduleFields } from "./schedule-values";

const formats = optionsOf(formatLabels);

const videos = [
  {
    id: "in_app",
    label: videoLabels.in_app,
    detail: "Each interviewer gets a personal Interview Link; no account, no install.",
  },
  {
    id: "external",
    label: videoLabels.external,
    detail: "Interviewers and students join at the URL below.",
  },
  { id: "undecided", label: "Not decided yet" },
] as const;

export function LocationFields({ form }: { form: ScheduleFields }) {
  const { format, video } = form.values;
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 font-medium">Format and location</legend>
      <RadioGroup label="Format" options={formats} {...form.field("format")} isRow />
      {format === "in_person" ? (
        <TextField
          label="Location"
          placeholder="Room 204"
          maxLength={200}
          {...form.field("location")}
        />
      ) : (
        <RadioGroup label="Video" options={videos} {...form.field("video")} />
      )}
      {format === "virtual" && video === "external" && (
        <TextField
          label="Meeting URL"
          help="You can add it later; until then the schedule counts as incomplete."
          type="url"
          pattern="https://.+"
          title="A meeting URL starts with https://"
          placeholder="https://meet.example.com/abc"
          {...form.field("meeting_url")}
        />
      )}
    </fieldset>
  );
}
