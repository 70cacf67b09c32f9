import { DomainError } from "./rpc-result";

interface DatabaseError {
  code: string;
  message: string;
}

/** The refusal that a check constraint means, at its field; any other error as it came. */
export function constraintError(error: DatabaseError, messages: Record<string, string>): Error {
  const field = /relation "(\w+)" violates check constraint "\1_(\w+)_check"/.exec(
    error.message,
  )?.[2];
  if (!field) return Object.assign(new Error(error.message), { code: error.code });
  return new DomainError({ field, message: messages[field] ?? "Fill this in." });
}

export const isDuplicate = ({ code }: DatabaseError) => code === "23505";

/** For names and email addresses that the tables refuse. */
export const personMessages = {
  full_name: "Enter a name of one line.",
  email: "Enter an address like name@example.com.",
};
