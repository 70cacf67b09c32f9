import { Link } from "react-router";
import { paths } from "../../../paths";
import type { OciFilters } from "./filters";

interface Counts {
  total: number;
  interviewers: number;
  meetingUrl: number;
  release: number;
  links: number;
  needs_attention: number;
}

/** What needs work today; each count shows its OCIs. */
export function OciCounts({ counts, filters }: { counts: Counts; filters: OciFilters }) {
  const { season, dates, from, until } = filters;
  const kept = { season, dates, from, until };
  const items = [
    {
      count: counts.interviewers,
      label: counts.interviewers === 1 ? "needs interviewers" : "need interviewers",
      filter: { need: "interviewers" },
    },
    {
      count: counts.meetingUrl,
      label: counts.meetingUrl === 1 ? "needs a meeting URL" : "need a meeting URL",
      filter: { need: "meeting-url" },
    },
    { count: counts.release, label: "not released", filter: { release: "not" } },
    { count: counts.links, label: "with links to send", filter: { links: "to-send" } },
    { count: counts.needs_attention, label: "with email problems", filter: { links: "problems" } },
  ];
  return (
    <p>
      <Link to={hrefFor(kept)} className="hover:text-ink hover:underline">
        {counts.total.toLocaleString()} {counts.total === 1 ? "OCI" : "OCIs"}
      </Link>
      {items
        .filter(({ count }) => count > 0)
        .map(({ count, label, filter }) => (
          <span key={label}>
            {" · "}
            <Link to={hrefFor({ ...kept, ...filter })} className="hover:text-ink hover:underline">
              {count.toLocaleString()} {label}
            </Link>
          </span>
        ))}
    </p>
  );
}

function hrefFor(filters: Record<string, string | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  return paths.ocis(params);
}
