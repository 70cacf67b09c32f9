import { DomainError, type Params, toDomainError } from "../../src/lib/errors/domain-error";

export interface Refused {
  /** Of private.refuse, a constraint's name, or else the SQLSTATE. */
  code: string;
  params: Params;
}

/** What the API would make of an error of the database: the refusal in it. */
export function refusalIn(error: unknown): Refused {
  const { code, message } = error as { code: string; message: string };
  const refusal = toDomainError(code === "PGRST" ? JSON.parse(message) : { code, message });
  if (!(refusal instanceof DomainError)) return { code, params: {} };
  return { code: refusal.code, params: refusal.params };
}
