import { useState } from "react";
import { saveCsv } from "../../../lib/csv";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { Spinner } from "../../../ui/feedback/spinner";
import { useUnsavedWork } from "../../forms/unsaved-work";
import { useCheckImport, useImportRows } from "./api";
import { CountsLine } from "./counts-line";
import type { CsvTable } from "./csv-table";
import { errorRowsCsv } from "./error-rows";
import { ImportChoice } from "./import-choice";
import { ImportResult } from "./import-result";
import { type ImportKind, kinds } from "./kinds";
import { MapColumns } from "./map-columns";
import { guessMapping, missingFields, rowsOf } from "./mapping";
import { rowCount } from "./outcome-labels";
import { OutcomeList } from "./outcome-list";

/** Columns, then the dry run, then the import: all on one page, each below what it follows from. */
export function ImportFile({ kind, table }: { kind: ImportKind; table: CsvTable }) {
  const { fields, noun, list } = kinds[kind];
  const [guess] = useState(() => guessMapping(table.headers, fields));
  const [mapping, setMapping] = useState(guess);
  const check = useCheckImport();
  const load = useImportRows();
  const outcomes = load.data ?? check.data;
  const missing = missingFields(mapping, fields).map(({ label }) => label);
  const isChanged = fields.some(({ id }) => mapping[id] !== guess[id]);
  useUnsavedWork(isChanged && !load.isSuccess);
  const input = () => ({ kind, rows: rowsOf(table, mapping) });

  return (
    <>
      <div className="flex max-w-2xl flex-col gap-5 px-4 pb-6 sm:px-6">
        {!load.data && !load.isPending && (
          <MapColumns
            table={table}
            fields={fields}
            mapping={mapping}
            onChange={(changed) => {
              setMapping(changed);
              check.reset();
              load.reset();
            }}
          />
        )}
        {missing.length > 0 && (
          <p className="text-muted text-sm">Choose the column of: {missing.join(", ")}.</p>
        )}
        {check.isError && <Banner tone="danger">{explainError(check.error)}</Banner>}
        {check.isPending && <Spinner label={`Checking ${rowCount(table.rows.length)}…`} />}
        {!check.data && !check.isPending && missing.length === 0 && (
          <Button variant="primary" className="self-start" onClick={() => check.mutate(input())}>
            Check {rowCount(table.rows.length)}
          </Button>
        )}
        {outcomes && (
          <div role="status">
            <CountsLine outcomes={outcomes} />
          </div>
        )}
        {load.data ? (
          <ImportResult outcomes={load.data} isSkipping={load.variables.skipErrors} list={list} />
        ) : (
          check.data && (
            <ImportChoice
              outcomes={check.data}
              isPending={load.isPending}
              error={load.error}
              onImport={(skipErrors) => load.mutate({ ...input(), skipErrors })}
            />
          )
        )}
        {outcomes?.some(({ outcome }) => outcome === "error") && (
          <Button
            className="self-start"
            onClick={() => saveCsv(errorRowsCsv(table, outcomes), `${noun}-rows-with-errors`)}
          >
            Download rows with errors
          </Button>
        )}
      </div>
      {outcomes && (
        <OutcomeList key={load.data ? "done" : "check"} table={table} outcomes={outcomes} />
      )}
    </>
  );
}
