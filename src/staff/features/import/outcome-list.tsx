import { useState } from "react";
import { Status } from "../../../ui/feedback/status";
import { FilterMenu } from "../../../ui/lists/filter-menu";
import { Pagination } from "../../../ui/lists/pagination";
import { Table, type TableColumn } from "../../../ui/lists/table";
import type { Outcome } from "./api";
import type { CsvTable } from "./csv-table";
import { countOutcomes, type OutcomeId, outcomeIds, outcomeLabels } from "./outcome-labels";

interface OutcomeListProps {
  table: CsvTable;
  outcomes: Outcome[];
}

type Line = Outcome & { id: string; cells: string[] };

const pageSize = 25;

/** Every row and what becomes of it; first those that need someone's attention. */
export function OutcomeList({ table, outcomes }: OutcomeListProps) {
  const counts = countOutcomes(outcomes);
  const [shown, setShown] = useState<OutcomeId | null>(counts.error > 0 ? "error" : null);
  const [page, setPage] = useState(1);
  const matching = shown ? outcomes.filter(({ outcome }) => outcome === shown) : outcomes;
  const lines = matching.slice((page - 1) * pageSize, page * pageSize).map(
    (outcome): Line => ({
      ...outcome,
      id: String(outcome.n),
      cells: table.rows[outcome.n - 1] ?? [],
    }),
  );

  return (
    <section aria-label="Rows">
      <div className="flex items-center justify-between gap-3 px-4 pb-3 sm:px-6">
        <FilterMenu
          label="Rows"
          anyLabel={`All (${outcomes.length.toLocaleString()})`}
          options={outcomeIds
            .filter((id) => counts[id] > 0)
            .map((id) => ({
              id,
              label: `${outcomeLabels[id].label} (${counts[id].toLocaleString()})`,
            }))}
          value={shown}
          onChange={(id) => {
            setShown(id);
            setPage(1);
          }}
        />
        <p className="text-muted text-sm">Row 1 is the first below the headings.</p>
      </div>
      <Table
        label="Rows and their outcome"
        columns={columns}
        rows={lines}
        rowText={({ n }) => `Row ${n}`}
        empty={null}
      />
      <Pagination page={page} pageSize={pageSize} total={matching.length} onPage={setPage} />
    </section>
  );
}

const columns: TableColumn<Line>[] = [
  {
    id: "row",
    label: "Row",
    className: "w-20 text-muted tabular-nums",
    cell: ({ n }) => (
      <>
        <span className="hidden narrow:inline">Row </span>
        {n}
      </>
    ),
  },
  {
    id: "outcome",
    label: "Outcome",
    className: "w-32 narrow:w-auto",
    cell: ({ outcome }) => {
      const { label, tone, mark } = outcomeLabels[outcome];
      return (
        <Status tone={tone} mark={mark}>
          {label}
        </Status>
      );
    },
  },
  {
    id: "cells",
    label: "What it says",
    isRowHeader: true,
    className: "narrow:col-span-2 wrap-anywhere",
    cell: ({ cells, reason }) => (
      <>
        <span className="block">{cells.filter(Boolean).join(" · ").slice(0, 300)}</span>
        {reason && <span className="block text-danger">{reason}</span>}
      </>
    ),
  },
];
