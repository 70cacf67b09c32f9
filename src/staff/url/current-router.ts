import { createContext, use } from "react";
import type { DataRouter } from "react-router";

/** The router itself: unlike the router's hooks, it knows of a navigation before the page renders. */
export const CurrentRouter = createContext<DataRouter | null>(null);

export function useCurrentRouter(): DataRouter {
  const router = use(CurrentRouter);
  if (!router) throw new Error("useCurrentRouter is for pages of the staff app");
  return router;
}
