/** The option with this id, if there is one. */
export function parseEnum<T extends { id: string }>(
  options: readonly T[],
  id: string | null,
): T["id"] | null {
  return options.find((option) => option.id === id)?.id ?? null;
}

/** A day as YYYY-MM-DD. */
export const readDay = (text: string | null) =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? text : null;

/** 1 is the first page. */
export const readPage = (params: URLSearchParams) =>
  Math.max(1, Number.parseInt(params.get("page") ?? "", 10) || 1);
