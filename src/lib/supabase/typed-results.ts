import type { Json } from "./database.types";

// What the generated types cannot say is said here and nowhere else.

/** A jsonb document, in the shape that the comment of its column or function gives. */
export const asDocument = <Shape>(document: Json) => document as Shape;

/** What a search function finds: rows of the list that it searches, to be filtered as the list is. */
export const asRowsOf = <List>(_list: List, found: unknown) => found as List;
