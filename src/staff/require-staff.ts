import { type LoaderFunctionArgs, redirect, useRouteLoaderData } from "react-router";
import { type Me, meQuery, readSession } from "./features/auth/api";
import { queryClient } from "./query-client";

/** Lets in people of the office; sends others to sign in, and back to where they were going. */
export async function requireStaff({ request }: LoaderFunctionArgs): Promise<Me | Response> {
  const session = await readSession();
  const { pathname, search } = new URL(request.url);
  if (!session)
    return redirect(`/admin/sign-in?${new URLSearchParams({ next: pathname + search })}`);
  return (await queryClient.ensureQueryData(meOf(session))) ?? redirect("/admin/no-access");
}

const meOf = ({ user }: { user: { id: string; email?: string } }) =>
  meQuery(user.id, user.email ?? "");

export function useMe(): Me {
  const me = useRouteLoaderData<Me>("staff");
  if (!me) throw new Error("Used outside the staff pages.");
  return me;
}

/** For pages that only change things: viewers have no business there. */
export async function requireAdmin(): Promise<void> {
  const session = await readSession();
  const me = session && (await queryClient.ensureQueryData(meOf(session)));
  if (!me?.isAdmin) throw redirect("/admin/ocis");
}
