import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openServer } from "../dev/postgres/database";
import { cloneTemplate } from "../dev/postgres/template-database";
import { denoEnvironment, denoPath, functionsConfig } from "../dev/stack/deno";
import { startBackend } from "../supabase/functions/tests/support/backend";
import { processorTime } from "../supabase/functions/tests/support/processor-time";
import { openCopy, openEmbeddedCopy } from "../supabase/tests/harness";
import { queueAll, type Sink, seedSeason, startSink } from "./outbox";

const rounds = 5;
const emails = 300;

let sink: Sink;

beforeAll(async () => {
  sink = await startSink();
});
afterAll(() => sink?.stop());

const seconds = async (act: () => Promise<unknown>) => {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
};

/** How many of the same emails a second nodemailer alone sends, in the same runtime and over as many connections. */
async function sendBare(messages: string[]): Promise<number> {
  const parsed = await Promise.all(
    messages.map((message) => simpleParser(Buffer.from(message, "latin1"))),
  );
  const mails = parsed.map(({ from, to, subject, html, text: plain, attachments }) => ({
    from: from?.text,
    to: [to].flat()[0]?.text,
    subject,
    html: html || "",
    text: plain,
    attachments: attachments.map(({ filename, content, contentType }) => ({
      filename: filename || "",
      content: content.toString(),
      contentType,
    })),
  }));
  const child = spawn(
    denoPath,
    ["run", "--quiet", "--config", functionsConfig, "--allow-all", "bench/bare-sender.ts"],
    { env: { ...process.env, ...denoEnvironment }, stdio: ["pipe", "pipe", "inherit"] },
  );
  child.stdin.end(JSON.stringify({ port: sink.port, mails }));
  return messages.length / Number(await text(child.stdout));
}

const median = (numbers: number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const backends = [
  ["PostgreSQL", openCopy],
  ["PGlite", openEmbeddedCopy],
] as const;

test.each(backends)("the way of an email, on %s, against nodemailer alone", async (name, open) => {
  const backend = await startBackend(
    { SMTP_URL: `smtp://127.0.0.1:${sink.port}`, EMAILS_PER_RUN: "200" },
    open,
  );
  await seedSeason(backend.database, emails / 6);
  const whole: number[] = [];
  const bare: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await queueAll(backend.database);
    const before = processorTime(backend.pid());
    const rate = emails / (await seconds(() => backend.deliver()));
    const used = processorTime(backend.pid()) - before;
    const messages = await sink.messages();
    expect(messages).toHaveLength(emails);
    const bareRate = await sendBare(messages);
    await sink.messages();
    // The first round warms up.
    if (round === 0) continue;
    whole.push(rate);
    processor.push((used * 100) / emails);
    bare.push(bareRate);
  }
  await backend.stop();
  const ratio = median(whole.map((rate, n) => rate / (bare[n] ?? 1)));
  writeFileSync(
    1,
    `\n| ${name} | emails a second |\n|---|---|\n| the whole way | ${median(whole).toFixed(0)} |\n| nodemailer alone | ${median(bare).toFixed(0)} |\n| ratio | ${ratio.toFixed(2)} |\n| processor time of the function, 100 emails | ${median(processor).toFixed(2)} s |\n`,
  );
});

test("queueing grows with the number of emails, and no faster", async () => {
  const times: number[] = [];
  for (const ocis of [167, 1_667]) {
    const database = openServer(await cloneTemplate(inject("template").serverUrl));
    await seedSeason(database, ocis);
    await database.exec("analyze");
    times.push(await seconds(() => queueAll(database)));
    await database.close();
  }
  const [few = 0, many = 0] = times;
  writeFileSync(
    1,
    `\n| queued in one call | seconds |\n|---|---|\n| 1,002 | ${few.toFixed(2)} |\n| 10,002 | ${many.toFixed(2)} |\n| growth for ten times as many | × ${(many / few).toFixed(1)} |\n`,
  );
});
