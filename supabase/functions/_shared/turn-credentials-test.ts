import assert from "node:assert/strict";
import { iceServers } from "./turn-credentials.ts";

const user = "7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b";
const stunUrls = ["stun:stun.school.example:3478"];
const turnUrls = ["turn:turn.school.example:3478", "turns:turn.school.example:5349?transport=tcp"];
const anHourBefore = new Date("2025-12-31T23:00:00Z");

Deno.test("TURN credentials are what coturn computes, for an hour", async () => {
  const answer = await iceServers({ stunUrls, turnUrls, turnSecret: "north" }, user, anHourBefore);
  assert.deepEqual(answer, {
    iceServers: [
      { urls: stunUrls },
      {
        urls: turnUrls,
        username: `1767225600:${user}`,
        // printf '1767225600:<user>' | openssl dgst -sha1 -hmac north -binary | base64
        credential: "IZJi+lWjj20zw2mpw3SkwEXsT1A=",
      },
    ],
    expiresAt: "2026-01-01T00:00:00.000Z",
  });
});

Deno.test("without configuration there are no servers", async () => {
  const { iceServers: servers } = await iceServers({ stunUrls: [], turnUrls: [] }, user);
  assert.deepEqual(servers, []);
});
