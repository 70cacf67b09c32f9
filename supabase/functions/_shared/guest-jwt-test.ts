import assert from "node:assert/strict";
import { jwtVerify } from "jose";
import { signGuestJwt } from "./guest-jwt.ts";

const secret = "the JWT secret of this project, long enough";
const guest = {
  linkId: "7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b",
  linkVersion: 3,
  role: "interviewer" as const,
};

Deno.test("a guest's access token names the role, the link and its version for ten minutes", async () => {
  const { accessToken, expiresAt, role } = await signGuestJwt(secret, guest);
  const key = new TextEncoder().encode(secret);
  const { payload, protectedHeader } = await jwtVerify(accessToken, key);
  assert.deepEqual(protectedHeader, { alg: "HS256", typ: "JWT" });
  const { iat = 0, exp = 0, ...claims } = payload;
  assert.deepEqual(claims, {
    aud: "authenticated",
    sub: guest.linkId,
    role: "interviewer",
    link_id: guest.linkId,
    link_version: 3,
  });
  assert.equal(exp - iat, 600);
  assert.equal(Math.floor(Date.parse(expiresAt) / 1000), exp);
  assert.equal(role, "interviewer");
});

Deno.test("a student's token has the student's role", async () => {
  const { accessToken, role } = await signGuestJwt(secret, { ...guest, role: "student" });
  const { payload } = await jwtVerify(accessToken, new TextEncoder().encode(secret));
  assert.equal(payload.role, "student");
  assert.equal(role, "student");
});
