import { createContext, use } from "react";

/** Every dialog asks it before it closes by hand. */
export const CloseGuard = createContext((close: () => void) => close());

export const CloseDialog = createContext<(() => void) | null>(null);

/** Closes the dialog around, as Escape does. null: there is none. */
export const useCloseDialog = () => use(CloseDialog);
