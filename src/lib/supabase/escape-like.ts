/** A LIKE pattern that matches this text and no other, but for the case where the operator ignores it. */
export const escapeLike = (text: string) => text.replaceAll(/[%_\\]/g, "\\$&");
