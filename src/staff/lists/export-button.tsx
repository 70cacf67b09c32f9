import { useEffect, useRef, useState } from "react";
import { type CsvPiece, saveCsv } from "../../lib/csv";
import { explainError } from "../../lib/errors/explain-error";
import { Button } from "../../ui/buttons/button";
import { showToast } from "../../ui/feedback/toast";

interface ExportButtonProps {
  /** The file's name, without ".csv". */
  name: string;
  /** The whole list as CSV, as it is filtered now: at once, or in pieces where it can be long. */
  load: () => Promise<string> | AsyncIterable<CsvPiece>;
  label?: string;
}

/** Leaving the page cancels the export. */
export function ExportButton({ name, load, label = "Export CSV" }: ExportButtonProps) {
  const [isPending, setPending] = useState(false);
  const [piece, setPiece] = useState<CsvPiece | null>(null);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  function stop() {
    running.current?.abort();
    setPending(false);
    setPiece(null);
  }

  async function save() {
    // A read that fails is tried again for seconds, which offline is no use.
    if (!navigator.onLine) return showToast(`${explainError(null)} Nothing was saved.`);
    const run = new AbortController();
    running.current = run;
    setPending(true);
    try {
      const csv = load();
      const parts = "then" in csv ? await csv : await gather(csv, run.signal, setPiece);
      if (!run.signal.aborted) saveCsv(parts, name);
    } catch (error) {
      if (!run.signal.aborted) showToast(`${explainError(error)} Nothing was saved.`);
    } finally {
      if (!run.signal.aborted) stop();
    }
  }

  return (
    <>
      {piece && piece.done < piece.total && (
        <>
          <span className="text-muted text-sm tabular-nums">
            {piece.done.toLocaleString()} of {piece.total.toLocaleString()}
          </span>
          <Button variant="quiet" onClick={stop}>
            Cancel export
          </Button>
        </>
      )}
      <Button onClick={save} isPending={isPending}>
        {label}
      </Button>
    </>
  );
}

/** Each piece is handed to the browser, which need not keep it in memory. */
async function gather(
  pieces: AsyncIterable<CsvPiece>,
  signal: AbortSignal,
  onPiece: (piece: CsvPiece) => void,
): Promise<Blob[]> {
  const parts: Blob[] = [];
  for await (const piece of pieces) {
    if (signal.aborted) break;
    parts.push(new Blob([piece.text]));
    onPiece(piece);
  }
  return parts;
}
