export type Params = Record<string, unknown>;

/** What was refused, as a code, and what it is about. The words for it are in messages.ts. */
export class DomainError extends Error {
  readonly code: string;
  readonly params: Params;

  constructor(code: string, params: Params = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.params = params;
  }
}

/** What a refusal of this code is about; null for any other error. */
export function paramsOf<Shape = Params>(error: unknown, code: string): Shape | null {
  return error instanceof DomainError && error.code === code ? (error.params as Shape) : null;
}

interface ApiError {
  code?: string;
  message?: string;
  details?: string | null;
}

/** The refusal in what the API answered; any other error as it came. Nothing else reads its messages. */
export function toDomainError(error: unknown): unknown {
  const { code = "", message = "", details } = (error ?? {}) as ApiError;
  if (error instanceof DomainError || !code) return error;
  // So private.refuse writes it.
  if (message === code) return new DomainError(code, JSON.parse(details ?? "{}"));
  const constraint = constraintIn(message);
  return constraint ? new DomainError(constraint) : error;
}

function constraintIn(message: string): string | undefined {
  if (message.startsWith("update or delete on table")) return "still_in_use";
  const [, column, table] = /null value in column "(\w+)" of relation "(\w+)"/.exec(message) ?? [];
  if (column) return `${table}_${column}_not_null`;
  return /violates [a-z ]+ constraint "(\w+)"/.exec(message)?.[1];
}

/** The data of an answer. Throws its DomainError, or the error as it came. */
export function unwrap<Data>(
  result: { data: Data; error: null } | { data: null; error: ApiError },
): Data {
  if (result.error) throw toDomainError(result.error);
  return result.data;
}

export const isDuplicate = (error: ApiError | null) => error?.code === "23505";
