import { createContext } from "react";
import { colour } from "./style.ts";

/** The office's accent color, for all that an email is made of. */
export const Accent = createContext(colour.accent);
