import { supabaseKey, supabaseUrl } from "./config";

/** Storage's refusal, by HTTP status; 0 when it could not be reached. */
export class StorageError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(status === 0 ? "network" : `Storage answered ${status}`);
    this.name = "StorageError";
    this.status = status;
  }
}

export const documentUrl = (id: string) => `${supabaseUrl}/storage/v1/object/documents/${id}`;

export const documentHeaders = (token: string) => ({
  apikey: supabaseKey,
  authorization: `Bearer ${token}`,
});

/** A document's bytes, as a type that no browser shows: they are for saving. Throws StorageError. */
export async function fetchDocument(id: string, token: string): Promise<Blob> {
  const response = await fetch(documentUrl(id), {
    headers: documentHeaders(token),
    cache: "no-store",
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) throw new StorageError(response.status);
  return new Blob([await response.arrayBuffer()], { type: "application/octet-stream" });
}
