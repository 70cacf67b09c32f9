import { type ComponentType, createContext } from "react";
import { explainFailure } from "../../lib/errors/explain-failure";

interface ErrorWords {
  explain: (error: unknown) => string;
  /** The field that was refused, if the form has it. */
  fieldOf: (error: unknown, has: (name: string) => boolean) => string | null;
  /** The way to what is in the way, where there is one. */
  Link: ComponentType<{ error: unknown }>;
}

/** How forms word what went wrong: guests meet failures alone, staff refusals too. */
export const ErrorWords = createContext<ErrorWords>({
  explain: explainFailure,
  fieldOf: () => null,
  Link: () => null,
});
