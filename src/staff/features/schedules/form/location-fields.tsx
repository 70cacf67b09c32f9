import { problemAt } from "../../../../lib/errors/messages";
import { formatLabels, videoLabels } from "../../../../shared/labels";
import { RadioGroup } from "../../../../ui/fields/radio-group";
import { TextField } from "../../../../ui/fields/text-field";
import { optionsOf } from "../../../labels";
import type { ScheduleDraft } from "../api";

interface LocationFieldsProps {
  draft: ScheduleDraft;
  onChange: (changes: Partial<ScheduleDraft>) => void;
  error: unknown;
}

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
    detail: "Interviewers and students join at the address below.",
  },
  { id: "undecided", label: "Not decided yet" },
] as const;

export function LocationFields({ draft, onChange, error }: LocationFieldsProps) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 font-medium">Place</legend>
      <RadioGroup
        label="Format"
        options={formats}
        value={draft.format}
        onChange={(format) => onChange({ format })}
        isRow
      />
      {draft.format === "in_person" ? (
        <TextField
          label="Location"
          placeholder="Room 204"
          maxLength={200}
          value={draft.location}
          onChange={(location) => onChange({ location })}
          error={problemAt(error, "location")}
        />
      ) : (
        <RadioGroup
          label="Video"
          options={videos}
          value={draft.video ?? "undecided"}
          onChange={(video) => onChange({ video: video === "undecided" ? null : video })}
          error={problemAt(error, "video")}
        />
      )}
      {draft.format === "virtual" && draft.video === "external" && (
        <TextField
          label="Meeting URL"
          help="May follow later; until then the schedule counts as incomplete."
          type="url"
          pattern="https://.+"
          title="A meeting URL begins with https://"
          placeholder="https://meet.example.com/abc"
          value={draft.meetingUrl}
          onChange={(meetingUrl) => onChange({ meetingUrl })}
          error={problemAt(error, "meeting_url")}
        />
      )}
    </fieldset>
  );
}
