/** Why a SQL function refused, and which field it means. */
export interface Problem {
  field: string;
  message: string;
  /** The schedule that is in the way. */
  schedule_id?: string;
  /** The page of what is in the way. */
  href?: string;
  students?: { slot_id: string; starts_at: string; student: string }[];
}

export class DomainError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = "DomainError";
    this.problem = problem;
  }
}

type RpcResult<T> = (T & { ok: true }) | { ok: false; problem: Problem };

/** The answer of a SQL function that returns {ok, …}. Throws its DomainError. */
export function unwrap<T>(data: unknown): T {
  const answer = data as RpcResult<T>;
  if (!answer.ok) throw new DomainError(answer.problem);
  return answer;
}

/** The message for one field of a form, if the refusal means it. */
export function problemAt(error: unknown, field: string): string | null {
  return error instanceof DomainError && error.problem.field === field ? error.message : null;
}
