/** One condition a word, for allOf: the column holds them all. It must be kept in lower case. */
export const holdsWords = (column: string, text: string) =>
  wordsOf(text).map((word) => `${column}.like.%${word}%`);

/** The same for a text that any of several columns may hold part of, whatever its case. */
export const anyHoldsWords = (columns: string[], text: string) =>
  wordsOf(text).map((word) => `or(${columns.map((one) => `${one}.ilike.%${word}%`).join(",")})`);

// What means something in a pattern or would end a condition stands for any one character.
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[%\\,()"]/g, "_")
    .split(/\s+/)
    .filter(Boolean);

/**
 * Rows that meet all conditions, sent as one filter: of several alike on one column, the embedded
 * API keeps the last, and of several "or" it makes one.
 */
export function allOf<Query extends { or: (filters: string) => Query }>(
  query: Query,
  conditions: string[],
): Query {
  return conditions.length > 0 ? query.or(`and(${conditions.join(",")})`) : query;
}

/** A LIKE pattern that matches this text and no other, but for the case where the operator ignores it. */
export const literal = (text: string) => text.replaceAll(/[%_\\]/g, "\\$&");
