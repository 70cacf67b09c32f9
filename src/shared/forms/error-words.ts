import { type ComponentType, createContext } from "react";
import { explainFailure } from "../../lib/errors/explain-failure";

interface ErrorWords {
  explain: (error: unknown) => string;
  /** The way to what is in the way, where there is one. */
  Link: ComponentType<{ error: unknown }>;
}

/** How forms word what went wrong: guests meet failures alone, staff refusals too. */
export const ErrorWords = createContext<ErrorWords>({ explain: explainFailure, Link: () => null });
