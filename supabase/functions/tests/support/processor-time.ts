import { readFileSync } from "node:fs";

/** Processor time that a process has taken, all its threads together, in seconds; NaN where there is no /proc. */
export function processorTime(pid: number | undefined): number {
  try {
    const [user, system] =
      readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11, 13) ?? [];
    return (Number(user) + Number(system)) / 100;
  } catch {
    return Number.NaN;
  }
}
