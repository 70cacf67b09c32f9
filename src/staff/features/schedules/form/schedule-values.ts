import type { Enums } from "../../../../lib/supabase/database.types";
import type { Form } from "../../../../shared/forms/use-form";
import type { Schedule, ScheduleDraft, SlotPattern } from "../api";

/** The fields, named as the server names what it refuses. */
export interface ScheduleValues extends SlotPattern {
  on_date: string;
  time_zone: string;
  format: Enums<"schedule_format">;
  video: Enums<"schedule_video"> | "undecided";
  meeting_url: string;
  location: string;
}

export type ScheduleFields = Pick<Form<ScheduleValues>, "values" | "field">;

/** What a form begins with. */
export interface OpenedSchedule extends Pick<ScheduleDraft, "id" | "ociId" | "before"> {
  values: ScheduleValues;
}

/** What most days look like: a start that is quicker to change than an empty form to fill. */
export function newSchedule(ociId: string, zone: string): OpenedSchedule {
  return {
    ociId,
    values: {
      on_date: "",
      time_zone: zone,
      format: "virtual",
      video: "in_app",
      meeting_url: "",
      location: "",
      first: "09:00",
      last: "17:00",
      slot_minutes: 30,
      gap_minutes: 0,
      breaks: [{ start: "12:00", end: "13:00", label: "Lunch" }],
    },
  };
}

export function openSchedule(schedule: Schedule): OpenedSchedule {
  const { id, oci_id, on_date, time_zone, format, video, meeting_url, location, pattern } =
    schedule;
  return {
    id,
    ociId: oci_id,
    before: { on_date, time_zone, format, video, meeting_url, location, pattern: { ...pattern } },
    values: {
      on_date,
      time_zone,
      format,
      video: video ?? "undecided",
      meeting_url: meeting_url ?? "",
      location: location ?? "",
      ...wholePattern(pattern),
    },
  };
}

/** A stored pattern may leave out what it does not have. */
export const wholePattern = (pattern: SlotPattern): SlotPattern => ({
  ...pattern,
  gap_minutes: pattern.gap_minutes ?? 0,
  breaks: pattern.breaks ?? [],
});

export function patternOf(values: SlotPattern): SlotPattern {
  const { first, last, slot_minutes, gap_minutes, breaks } = values;
  return { first, last, slot_minutes, gap_minutes, breaks };
}

/** Only the fields of the chosen format are sent: the others are hidden, not kept. */
export function draftOf(values: ScheduleValues) {
  const isVirtual = values.format === "virtual";
  return {
    date: values.on_date,
    zone: values.time_zone,
    format: values.format,
    video: isVirtual && values.video !== "undecided" ? values.video : null,
    meetingUrl: isVirtual && values.video === "external" ? values.meeting_url : "",
    location: isVirtual ? "" : values.location,
    pattern: patternOf(values),
  };
}
