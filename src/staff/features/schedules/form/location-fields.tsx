import { RadioGroup } from "../../../../ui/fields/radio-group";
import { TextField } from "../../../../ui/fields/text-field";
import type { ScheduleFields } from "./schedule-values";

const formats = [
  { id: "virtual", label: "Virtual" },
  { id: "in_person", label: "In person" },
] as const;

const videos = [
  {
    id: "in_app",
    label: "In-App Video",
    detail: "Each interviewer gets a personal Interview Link; no account, no install.",
  },
  {
    id: "employer_url",
    label: "The employer’s own meeting",
    detail: "Interviewers and students join at the address below.",
  },
  { id: "undecided", label: "Not decided yet" },
] as const;

export function LocationFields({ form }: { form: ScheduleFields }) {
  const { format, video } = form.values;
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 font-medium">Place</legend>
      <RadioGroup label="Format" options={formats} {...form.field("format")} isRow />
      {format === "in_person" ? (
        <TextField label="Room" placeholder="Room 204" maxLength={200} {...form.field("room")} />
      ) : (
        <RadioGroup label="Video" options={videos} {...form.field("video")} />
      )}
      {format === "virtual" && video === "employer_url" && (
        <TextField
          label="Meeting URL"
          help="May follow later; until then the schedule counts as incomplete."
          type="url"
          pattern="https://.+"
          title="A meeting URL begins with https://"
          placeholder="https://meet.example.com/abc"
          {...form.field("meeting_url")}
        />
      )}
    </fieldset>
  );
}
