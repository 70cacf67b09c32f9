import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { secrets } from "../../../dev/stack/secrets";
import { type Backend, signedIn, startBackend } from "./support/backend";
import { addSchedule, adminId, seedOffice, viewerId } from "./support/season";

const secret = "the secret that coturn has too";
let backend: Backend;
let link = "";

beforeAll(async () => {
  backend = await startBackend({
    STUN_URLS: "stun:stun.test:3478",
    TURN_URLS: "turn:turn.test:3478, turns:turn.test:5349",
    TURN_SECRET: secret,
  });
  await seedOffice(backend.database);
  const { people } = await addSchedule(backend.database, ["Priya Raman"]);
  const [made] = await backend.database.query<{ id: string }>(
    "insert into access_links (interviewer_id) values ($1) returning id",
    [people[0]?.id],
  );
  link = made?.id ?? "";
});
afterAll(() => backend?.stop());

const bearer = async (claims: object, signedWith = secrets.jwtSecret) => ({
  Authorization: `Bearer ${await new SignJWT({ aud: "authenticated", ...claims })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(signedWith))}`,
});
const guest = (version = 1) => ({ role: "interviewer", link_id: link, link_version: version });

async function ask(headers: Record<string, string>) {
  const response = await backend.call("turn-credentials", {}, headers);
  return { status: response.status, body: await response.json() };
}

test("whoever holds an Interview Link gets credentials of an hour, made with the shared secret", async () => {
  const { status, body } = await ask(await bearer(guest()));
  expect(status).toBe(200);
  const [stun, turn] = body.iceServers;
  expect(stun).toEqual({ urls: ["stun:stun.test:3478"] });
  expect(turn.urls).toEqual(["turn:turn.test:3478", "turns:turn.test:5349"]);
  expect(turn.credential).toBe(createHmac("sha1", secret).update(turn.username).digest("base64"));
  const [expires, user] = turn.username.split(":");
  expect(user).toBe(link);
  expect(new Date(expires * 1000).toISOString()).toBe(body.expiresAt);
  const minutes = (expires * 1000 - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(58);
  expect(minutes).toBeLessThanOrEqual(60);
});

test("an admin, who may join a room, gets them too; a viewer may not", async () => {
  expect((await ask(await signedIn(adminId))).body.iceServers).toHaveLength(2);
  expect((await ask(await signedIn(viewerId))).status).toBe(401);
});

test("a reset link gets none", async () => {
  expect((await ask(await bearer(guest(2)))).status).toBe(401);
});

test("without a token, with another secret's, or with one that is none: 401", async () => {
  const answers = await Promise.all([
    ask({}),
    ask(await bearer(guest(), "another secret, of the same length or so")),
    ask({ Authorization: "Bearer nonsense" }),
    ask({ Authorization: `Bearer ${secrets.publishableKey}` }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  for (const { body } of answers) expect(body.error).toBe("not_signed_in");
});
