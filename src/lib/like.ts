/** One LIKE pattern a word, in lower case: a row matches when it holds them all. */
export function likeWords(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean).map(like);
}

const like = (word: string) => `%${literal(word)}%`;

/** A LIKE pattern that matches this text and no other, but for the case where the operator ignores it. */
export const literal = (text: string) => text.replaceAll(/[%_\\]/g, "\\$&");
