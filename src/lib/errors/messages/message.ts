/** What a code says to the person at the screen, and the form's field that it belongs to. */
export interface ErrorMessage {
  field?: string;
  message: string | ((params: never) => string);
}

export const at = (field: string, message: ErrorMessage["message"]): ErrorMessage => ({ field, message });
export const say = (message: ErrorMessage["message"]): ErrorMessage => ({ message });
