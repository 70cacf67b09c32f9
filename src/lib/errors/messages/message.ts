/** What a code says to the person at the screen, and the field that it belongs to: the first of these that a form has. */
export interface ErrorMessage {
  fields: string[];
  message: string | ((params: never) => string);
}

export const at = (field: string | string[], message: ErrorMessage["message"]): ErrorMessage => ({
  fields: [field].flat(),
  message,
});

export const say = (message: ErrorMessage["message"]): ErrorMessage => ({ fields: [], message });
