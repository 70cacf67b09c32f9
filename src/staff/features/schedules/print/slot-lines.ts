import { type CsvColumn, toCsv } from "../../../../lib/csv";
import { formatRowRange, formatRowTime, zoneAbbreviation } from "../../../../lib/dates/format-date";
import { degreeOf } from "../../../../shared/degree";
import type { LinkRow, Schedule, Slot } from "../api";

/** A slot as it stands on paper and in a file. */
export interface SlotLine {
  id: string;
  time: string;
  starts: string;
  ends: string;
  zone: string;
  isBreak: boolean;
  /** The student, "Open", or the break's name. */
  who: string;
  email: string;
  program: string;
  interviewers: string;
}

export function slotLines({ time_zone }: Schedule, slots: Slot[], links: LinkRow[]): SlotLine[] {
  return slots.map(({ id, starts_at, ends_at, kind, label, student, slot_interviewers }) => {
    const own = slot_interviewers.map(({ interviewer_id }) => interviewer_id);
    const takers = links.filter((one) => own.length === 0 || own.includes(one.interviewer_id));
    const isBreak = kind === "break";
    return {
      id,
      time: formatRowRange(starts_at, ends_at, time_zone),
      starts: formatRowTime(starts_at, time_zone),
      ends: formatRowTime(ends_at, time_zone),
      zone: zoneAbbreviation(starts_at, time_zone),
      isBreak,
      who: isBreak ? (label ?? "Break") : (student?.full_name ?? "Open"),
      email: student?.email ?? "",
      program: student ? degreeOf(student) : "",
      interviewers: isBreak ? "" : takers.map(({ full_name }) => full_name).join(", "),
    };
  });
}

export function scheduleCsv({ on_date, location, oci }: Schedule, lines: SlotLine[]): string {
  const columns: CsvColumn<SlotLine>[] = [
    { label: "Employer", value: () => oci.employer.name },
    { label: "Position", value: () => oci.posting?.title },
    { label: "Date", value: () => on_date },
    { label: "Starts", value: ({ starts }) => starts },
    { label: "Ends", value: ({ ends }) => ends },
    { label: "Time zone", value: ({ zone }) => zone },
    { label: "Location", value: () => location },
    { label: "Student", value: ({ who }) => who },
    { label: "Email", value: ({ email }) => email },
    { label: "Program", value: ({ program }) => program },
    { label: "Interviewers", value: ({ interviewers }) => interviewers },
  ];
  return toCsv(columns, lines);
}
