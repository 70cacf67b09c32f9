import {
  PostgrestClient,
  type PostgrestError,
  type PostgrestSingleResponse,
} from "@supabase/postgrest-js";
import type { z } from "zod";
import { env } from "./env.ts";
import { HttpError } from "./http.ts";

/** The database as whoever called the function: their row-level security decides. */
export function asCaller(request: Request): PostgrestClient {
  const authorization = request.headers.get("Authorization");
  if (!authorization) throw notSignedIn();
  return connect(env.publishableKey(), authorization);
}

/** The database as the holder of this access token. */
export const asHolder = (accessToken: string): PostgrestClient =>
  connect(env.publishableKey(), `Bearer ${accessToken}`);

/** The database as the server itself, past row-level security. */
export function asService(): PostgrestClient {
  return connect(env.secretKey(), `Bearer ${env.secretKey()}`);
}

function connect(apikey: string, authorization: string): PostgrestClient {
  const headers = { apikey, Authorization: authorization };
  return new PostgrestClient(`${env.supabaseUrl()}/rest/v1`, { headers });
}

/** Calls a SQL function and checks the shape of what it answers. */
export function call<Schema extends z.ZodType>(
  database: PostgrestClient,
  name: string,
  parameters: Record<string, unknown>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  return read(database.rpc(name, parameters), schema);
}

/** Runs a query and checks the shape of what it answers. */
export async function read<Schema extends z.ZodType>(
  query: PromiseLike<PostgrestSingleResponse<unknown>>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const { data, error, status } = await query;
  if (error) throw explain(status, error);
  return schema.parse(data);
}

function explain(status: number, error: PostgrestError): Error {
  if (error.code === "42501") return new HttpError(403, "not_allowed");
  // So private.refuse writes it.
  if (error.code === error.message) {
    return new HttpError(status, error.code, JSON.parse(error.details ?? "{}"));
  }
  if (status === 401) return notSignedIn();
  return new Error(`The database answered ${status}: ${error.code} ${error.message}`);
}

function notSignedIn(): HttpError {
  return new HttpError(401, "not_signed_in");
}
