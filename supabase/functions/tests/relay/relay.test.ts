import { createHmac } from "node:crypto";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installedBrowser } from "../../../../dev/machine/browser";
import { isRoot } from "../../../../dev/machine/system";
import { startTurnServer, type TurnServer } from "../../../../dev/machine/turn-server";
import { type Backend, signedIn, startBackend } from "../support/backend";
import { adminId, seedOffice } from "../support/season";
import { connectThroughRelay, relayCandidates } from "./in-page";

// The way from the function's credentials through a real coturn to media in a real browser.

let turn: TurnServer;
let backend: Backend;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  turn = await startTurnServer();
  backend = await startBackend({ TURN_URLS: turn.urls, TURN_SECRET: turn.secret });
  await seedOffice(backend.database);
  const executablePath = installedBrowser();
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ["--allow-loopback-in-peer-connection", ...(isRoot ? ["--no-sandbox"] : [])],
  });
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await backend?.stop();
  await turn?.stop();
});

async function lentServers(): Promise<RTCIceServer[]> {
  const response = await backend.call("turn-credentials", {}, await signedIn(adminId));
  return (await response.json()).iceServers;
}

/** Credentials as the function would make them, with a secret and until a time of one's choosing. */
function servers(secret: string, expires: number): RTCIceServer[] {
  const username = `${expires}:someone`;
  const credential = createHmac("sha1", secret).update(username).digest("base64");
  return [{ urls: [turn.urls], username, credential }];
}

const seconds = () => Math.floor(Date.now() / 1000);

test("with lent credentials two peers meet through the relay alone, and media flows", async () => {
  const call = await page.evaluate(connectThroughRelay, await lentServers());
  expect(call).toMatchObject({ state: "connected", types: ["relay", "relay"] });
  expect(call.frames).toBeGreaterThan(5);
});

test("credentials made with the same secret gather a relay candidate", async () => {
  const found = await page.evaluate(relayCandidates, servers(turn.secret, seconds() + 60));
  expect(found.count).toBeGreaterThan(0);
});

test.each([
  ["with another secret", () => servers("another secret", seconds() + 60)],
  ["that ran out a minute ago", () => servers(turn.secret, seconds() - 60)],
  ["that are none", () => [{ urls: [turn.urls], username: "someone", credential: "guess" }]],
])("credentials %s gather none: the relay refuses them", async (_which, make) => {
  const found = await page.evaluate(relayCandidates, make());
  expect(found.count).toBe(0);
  // 401: refused for who asks, not for a relay that cannot be reached (701).
  expect(found.errors).toContain(401);
});
