import { useId } from "react";
import { formatSpan } from "../../../lib/dates/format-date";
import type { Placement } from "./api";

interface AssignmentPlanProps {
  placed: Placement[];
  left: Placement[];
  /** The plan leaves no slot open. */
  isFull: boolean;
}

/** Who goes where, and who cannot be placed and why. */
export function AssignmentPlan({ placed, left, isFull }: AssignmentPlanProps) {
  if (placed.length + left.length === 0) {
    return <p>Every preselected applicant has an interview already.</p>;
  }
  return (
    <>
      <p className="text-muted text-pretty">
        Preselected applicants without an interview, in order of their rank, each in the first open
        slot in which they are free. No one who already has a slot is moved.
      </p>
      <PlanList title="Will be assigned" rows={placed} />
      <PlanList
        title="Cannot be placed"
        rows={left}
        reason={isFull ? "No slot is left" : "Has other interviews at every open time"}
      />
    </>
  );
}

interface PlanListProps {
  title: string;
  rows: Placement[];
  reason?: string;
}

function PlanList({ title, rows, reason }: PlanListProps) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1 font-medium">
        {title} · {rows.length}
      </h3>
      <ul className="divide-y divide-line border-line border-y text-sm tabular-nums">
        {rows.map((row) => (
          <li key={row.student_id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <span className="font-medium">{row.full_name}</span>
            <span className="text-muted">
              {reason ?? formatSpan(row.starts_at, row.ends_at, row.time_zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
