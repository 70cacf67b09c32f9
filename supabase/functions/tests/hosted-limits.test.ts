import { existsSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queueAll, type Sink, seedSeason, startSink } from "../../../bench/outbox";
import { openCopy } from "../../tests/harness";
import { startBackend } from "./support/backend";
import { type HostedFunctions, startHostedFunctions } from "./support/hosted-functions";

// EMAILS=10000 tries what a large office queues at once.
const emails = Number(process.env.EMAILS ?? 200);

const median = (numbers: number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** A backend whose functions run within limits, with an email to each of so many interviewers. */
async function startQueued(
  count: number,
  sink: Sink,
  limits?: { processor: number; wall: number },
) {
  let hosted: HostedFunctions | undefined;
  const backend = await startBackend(
    { SMTP_URL: `smtp://127.0.0.1:${sink.port}` },
    openCopy,
    async (environment) => {
      hosted = await startHostedFunctions(environment, limits);
      return hosted;
    },
  );
  await seedSeason(backend.database, Math.ceil(count / 6));
  await queueAll(backend.database);
  const rows = await backend.database.query<{ id: string }>("select id from emails");
  return { backend, runs: hosted?.runs ?? [], ids: rows.map(({ id }) => id) };
}

// Processor time is read from /proc.
describe.skipIf(!existsSync("/proc/self/stat"))("within the limits of a hosted project", () => {
  let sink: Sink;
  beforeAll(async () => {
    sink = await startSink();
  });
  afterAll(() => sink?.stop());

  test(
    "one call sends all that is due, by runs that hand over",
    async () => {
      const { backend, runs, ids } = await startQueued(emails, sink);
      const start = performance.now();
      await backend.deliver();
      const wall = (performance.now() - start) / 1000;
      const taken = await sink.ids();
      const statuses = await backend.database.query(
        "select distinct status::text, attempts from emails",
      );
      const log = backend.log();
      await backend.stop();
      const processor = runs.map((run) => run.processor);
      const figures = [
        ["emails", ids.length],
        ["runs", runs.length],
        ["processor time of a run, median", `${median(processor).toFixed(2)} s`],
        ["processor time of a run, most", `${Math.max(...processor).toFixed(2)} s`],
        ["longest run", `${Math.max(...runs.map((run) => run.wall)).toFixed(1)} s`],
        ["all together", `${wall.toFixed(1)} s`],
      ];
      writeFileSync(
        1,
        `\n| within hosted limits | |\n|---|---|\n${figures.map((row) => `| ${row.join(" | ")} |\n`).join("")}`,
      );
      expect(log).toBe("");
      expect(runs.filter(({ killed }) => killed)).toEqual([]);
      expect(runs.length).toBeGreaterThan(1);
      expect(taken.toSorted()).toEqual(ids.toSorted());
      expect(statuses).toEqual([{ status: "sent", attempts: 1 }]);
    },
    120_000 + emails * 100,
  );

  test("a run that takes too much is killed, and the email is not lost", async () => {
    const { backend, runs, ids } = await startQueued(6, sink, { processor: 0.05, wall: 150 });
    await backend.deliver();
    const waiting = await backend.database.query("select from emails where status = 'queued'");
    await backend.stop();
    expect(runs.map(({ killed }) => killed)).toEqual([true]);
    expect(waiting).toHaveLength(ids.length);
    expect(await sink.ids()).toEqual([]);
  });
});
