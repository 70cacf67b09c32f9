import { useState } from "react";
import { Button } from "../components/button";
import { showToast } from "../components/toast";
import { saveCsv } from "../lib/csv";
import { explainError } from "../lib/explain-error";

interface ExportButtonProps {
  /** The file's name, without ".csv". */
  name: string;
  /** The whole list as CSV, as it is filtered now. */
  load: () => Promise<string>;
  label?: string;
}

export function ExportButton({ name, load, label = "Export CSV" }: ExportButtonProps) {
  const [isPending, setPending] = useState(false);

  async function save() {
    setPending(true);
    try {
      saveCsv(await load(), name);
    } catch (error) {
      showToast(explainError(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <Button onClick={save} isPending={isPending}>
      {label}
    </Button>
  );
}
