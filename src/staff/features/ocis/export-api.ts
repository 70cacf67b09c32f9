import { type CsvColumn, toCsv } from "../../../lib/csv";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { filteredOcis, type Oci } from "./api";
import type { OciFilters } from "./shared/oci-filters";

const columns: CsvColumn<Oci>[] = [
  { label: "Employer", value: ({ employer }) => employer },
  { label: "Position", value: ({ position }) => position },
  { label: "Name", value: ({ name }) => name },
  { label: "Season", value: ({ season }) => season },
  { label: "First date", value: ({ first_date }) => first_date },
  { label: "Last date", value: ({ last_date }) => last_date },
  { label: "Time zones", value: ({ time_zones }) => time_zones.join(" ") },
  { label: "Schedules", value: ({ schedules }) => schedules },
  { label: "Released", value: ({ released }) => released },
  { label: "Interviewers", value: ({ interviewers }) => interviewers },
  { label: "Interviews", value: ({ interviews }) => interviews },
  { label: "Students assigned", value: ({ assigned }) => assigned },
  { label: "Links to send", value: ({ to_send }) => to_send },
  { label: "Links sent", value: ({ sent }) => sent },
  { label: "Links opened", value: ({ opened }) => opened },
  { label: "Email problems", value: ({ needs_attention }) => needs_attention },
];

export const ocisCsv = async (filters: OciFilters) =>
  toCsv(columns, await fetchAll(() => filteredOcis(filters).order("employer").order("id")));
