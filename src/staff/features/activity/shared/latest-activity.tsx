import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../../../paths";
import { Section } from "../../../../ui/layout/section";
import { toSearch } from "../../../url/search-params";
import { ActivityLines } from "../activity-lines";
import { latestActivityQuery } from "../api";
import { activityFilters } from "../filters";

type Of = { oci: string } | { schedule: string };

/** The last that was done to an OCI or a schedule, and the way to all of it. */
export function LatestActivity({ of }: { of: Of }) {
  const latest = useQuery(latestActivityQuery(of)).data;
  if (!latest || latest.total === 0) return null;
  return (
    <Section
      title="Activity"
      actions={
        latest.total > latest.rows.length && (
          <Link className="link text-sm" to={paths.activity(toSearch(activityFilters, of))}>
            All {latest.total.toLocaleString()}
          </Link>
        )
      }
    >
      <ActivityLines rows={latest.rows} withContext={"oci" in of} />
    </Section>
  );
}
