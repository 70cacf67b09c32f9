import { useState } from "react";
import { saveCsv } from "../../lib/csv";
import { explainError } from "../../lib/errors/explain-error";
import { Button } from "../../ui/buttons/button";
import { showToast } from "../../ui/feedback/toast";

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
