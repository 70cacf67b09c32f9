import { readFile } from "node:fs/promises";
import { PostgrestClient } from "@supabase/postgrest-js";
import { SignJWT } from "jose";
import { inject } from "vitest";
import { type Database, openEmbedded, openServer } from "../../dev/postgres/database";
import { embeddedTemplate } from "../../dev/postgres/embedded-template";
import { cloneTemplate } from "../../dev/postgres/template-database";
import { createApi } from "../../dev/stack/backend";
import { secrets } from "../../dev/stack/secrets";

/** The claims of a token: what Auth or the link exchange would sign. */
export type Claims = { role: string } & Record<string, unknown>;

export interface Session extends Pick<Database, "query" | "exec" | "close"> {
  /** The REST API as whoever holds a token with these claims; without claims, as anybody. */
  as(claims?: Claims): Promise<PostgrestClient>;
  /** A request to Storage as that person. */
  storage(claims: Claims | undefined, path: string, init?: RequestInit): Promise<Response>;
}

/** A database of this test file's own, migrated and empty, with the API in front of it. */
export async function openDatabase(): Promise<Session> {
  const { sql, api } = await openCopy();
  const app = createApi(api);
  const fetch = (input: RequestInfo | URL, init?: RequestInit) =>
    app.fetch(new Request(input, init));
  return {
    query: sql.query,
    exec: sql.exec,
    async close() {
      await api.close();
      if (sql !== api) await sql.close();
    },
    async as(claims) {
      const headers = { apikey: secrets.publishableKey, ...(claims && (await bearer(claims))) };
      return new PostgrestClient("http://localhost/rest/v1", { headers, fetch });
    },
    async storage(claims, path, init) {
      const who = { apikey: secrets.publishableKey, ...(claims && (await bearer(claims))) };
      const headers = { ...who, ...(init?.headers as Record<string, string>) };
      return fetch(`http://localhost/storage/v1/${path}`, { ...init, headers });
    },
  };
}

/** A copy of the template. On a server the API has connections of its own, so that requests truly meet. */
export async function openCopy(): Promise<{ sql: Database; api: Database }> {
  const { serverUrl } = inject("template");
  if (serverUrl) {
    const url = await cloneTemplate(serverUrl);
    return { sql: openServer(url), api: openServer(url, 10) };
  }
  return openEmbeddedCopy();
}

/** The same in this process, whatever server there is. */
export async function openEmbeddedCopy(): Promise<{ sql: Database; api: Database }> {
  const dump = inject("template").dump || (await embeddedTemplate());
  const embedded = await openEmbedded({
    dump: new Blob([await readFile(dump)]),
  });
  return { sql: embedded, api: embedded };
}

async function bearer(claims: Claims): Promise<Record<string, string>> {
  const token = await new SignJWT({ aud: "authenticated", ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime((claims.exp as number | undefined) ?? "10m")
    .sign(new TextEncoder().encode(secrets.jwtSecret));
  return { Authorization: `Bearer ${token}` };
}
