import { DomainError } from "../../../lib/errors/domain-error";
import { type CsvTable, readCsv } from "./csv-table";

export type WorkerAnswer = { table: CsvTable } | Pick<DomainError, "code" | "params">;

addEventListener("message", async ({ data: file }: MessageEvent<File>) => {
  postMessage(await answer(file));
});

async function answer(file: File): Promise<WorkerAnswer> {
  try {
    return { table: readCsv(new Uint8Array(await file.arrayBuffer())) };
  } catch (error) {
    const { code, params } =
      error instanceof DomainError ? error : new DomainError("csv_unreadable");
    return { code, params };
  }
}
