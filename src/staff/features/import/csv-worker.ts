import { type CsvTable, readCsv, UnreadableFile } from "./csv-table";

export type WorkerAnswer = { table: CsvTable } | { problem: string };

addEventListener("message", async ({ data: file }: MessageEvent<File>) => {
  postMessage(await answer(file));
});

async function answer(file: File): Promise<WorkerAnswer> {
  try {
    return { table: readCsv(new Uint8Array(await file.arrayBuffer())) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: error.message };
    return { problem: "It could not be read. Save it as CSV again, then choose it." };
  }
}
