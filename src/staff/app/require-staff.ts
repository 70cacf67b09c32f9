import {
  createContext,
  type LoaderFunctionArgs,
  type MiddlewareFunction,
  redirect,
  useRouteLoaderData,
} from "react-router";
import { paths } from "../../paths";
import { type Me, meQuery, readSession } from "../features/auth/api";
import { queryClient } from "./query-client";

const meContext = createContext<Me>();

/**
 * Lets in people of the office; sends others to sign in, and back to where they were going.
 * As middleware it runs before any page's loader asks the database for something.
 */
export const requireStaff: MiddlewareFunction = async ({ request, context }, next) => {
  const session = await readSession();
  const { pathname, search } = new URL(request.url);
  if (!session) {
    const next = pathname === paths.home() ? null : pathname + search;
    throw redirect(paths.signIn(next));
  }
  const { id, email = "" } = session.user;
  const me = await queryClient.ensureQueryData(meQuery(id, email));
  if (!me) throw redirect(paths.noAccess());
  context.set(meContext, me);
  return next();
};

export class AdminsOnly extends Error {}

/** For pages that only change things: a viewer sees that they are for admins. */
export function requireAdmin({ context }: LoaderFunctionArgs) {
  if (!context.get(meContext).isAdmin) throw new AdminsOnly();
  return null;
}

export const loadMe = ({ context }: LoaderFunctionArgs): Me => context.get(meContext);

export function useMe(): Me {
  const me = useRouteLoaderData<Me>("staff");
  if (!me) throw new Error("Used outside the staff pages.");
  return me;
}
