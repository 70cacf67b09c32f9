import { DomainError } from "../../../lib/errors/domain-error";
import type { CsvTable } from "./csv-table";
import type { WorkerAnswer } from "./csv-worker";

/** Reads a file beside the page, which stays responsive however large it is. */
export async function readFile(file: File): Promise<CsvTable> {
  const worker = new Worker(new URL("./csv-worker.ts", import.meta.url), { type: "module" });
  try {
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(file);
    });
    if ("code" in answer) throw new DomainError(answer.code, answer.params);
    return answer.table;
  } finally {
    worker.terminate();
  }
}
