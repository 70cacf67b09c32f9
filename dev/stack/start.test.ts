import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRunning } from "./running";
import { secrets } from "./secrets";

let dataDir: string;
let stack: ReturnType<typeof start>;

const start = () =>
  spawn(process.execPath, ["dev/run.mjs", "start"], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "campus-interviews-start-"));
  stack = start();
  stack.stdout.setEncoding("utf8");
  let output = "";
  for await (const text of stack.stdout) {
    output += text;
    if (output.includes("Ctrl-C")) break;
  }
}, 120_000);

afterAll(async () => {
  stack.kill("SIGKILL");
  await rm(dataDir, { recursive: true });
});

test("npm start serves the app, a demo season and the functions; Ctrl-C ends all of it", async () => {
  const running = readRunning(dataDir);
  if (!running) throw new Error("npm start did not get ready.");
  const { appUrl, mailboxUrl } = running;
  expect(await (await fetch(appUrl)).text()).toContain("Campus Interviews");
  expect((await fetch(mailboxUrl, { headers: { accept: "text/html" } })).ok).toBe(true);

  const post = async (path: string, body: unknown) => {
    const headers = { apikey: secrets.publishableKey, "Content-Type": "application/json" };
    return fetch(appUrl + path, { method: "POST", headers, body: JSON.stringify(body) });
  };
  const admin = { email: "admin@demo.example", password: "campus-demo" };
  const { access_token } = await (await post("/auth/v1/token?grant_type=password", admin)).json();
  const headers = { apikey: secrets.publishableKey, Authorization: `Bearer ${access_token}` };
  const ocis = await (await fetch(`${appUrl}/rest/v1/oci_list?select=id`, { headers })).json();
  expect(ocis.length).toBeGreaterThan(5);
  const sent = `${appUrl}/rest/v1/emails?select=ics,body:email_bodies(html)&status=neq.queued`;
  const emails: { ics: string; body: { html: string } }[] = await (
    await fetch(sent, { headers })
  ).json();
  expect(emails.length).toBeGreaterThan(5);
  for (const { ics, body } of emails) {
    expect(ics).toContain("BEGIN:VCALENDAR");
    expect(body.html).toContain("Open your interview page");
  }
  const opened = await post("/functions/v1/open-interview-link", { link: "x" });
  expect(opened.status).toBe(404);

  stack.kill("SIGINT");
  const [status] = await once(stack, "exit");
  expect(status).toBe(0);
  await expect(fetch(appUrl)).rejects.toThrow();
});
