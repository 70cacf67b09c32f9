import type { Schedule, ScheduleDraft, SlotPattern } from "../api";

/** What most days look like: a start that is quicker to change than an empty form to fill. */
export function newDraft(ociId: string, zone: string): ScheduleDraft {
  return {
    ociId,
    date: "",
    zone,
    format: "virtual",
    video: "in_app",
    meetingUrl: "",
    location: "",
    pattern: {
      first: "09:00",
      last: "17:00",
      slot_minutes: 30,
      gap_minutes: 0,
      breaks: [{ start: "12:00", end: "13:00", label: "Lunch" }],
    },
  };
}

export function draftOf(schedule: Schedule): ScheduleDraft {
  const { on_date, time_zone, format, video, meeting_url, location, pattern } = schedule;
  return {
    before: { on_date, time_zone, format, video, meeting_url, location, pattern: { ...pattern } },
    id: schedule.id,
    ociId: schedule.oci_id,
    date: schedule.on_date,
    zone: schedule.time_zone,
    format: schedule.format,
    video: schedule.video,
    meetingUrl: schedule.meeting_url ?? "",
    location: schedule.location ?? "",
    pattern: normal(schedule.pattern),
  };
}

/** A stored pattern may leave out what it does not have. */
export const normal = (pattern: SlotPattern): SlotPattern => ({
  ...pattern,
  gap_minutes: pattern.gap_minutes ?? 0,
  breaks: pattern.breaks ?? [],
});

/** Only the fields of the chosen format are sent: the others are hidden, not kept. */
export function tidy(draft: ScheduleDraft): ScheduleDraft {
  const isVirtual = draft.format === "virtual";
  return {
    ...draft,
    video: isVirtual ? draft.video : null,
    meetingUrl: isVirtual && draft.video === "external" ? draft.meetingUrl : "",
    location: isVirtual ? "" : draft.location,
  };
}
