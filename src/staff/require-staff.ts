import { type LoaderFunctionArgs, redirect, useRouteLoaderData } from "react-router";
import { type Me, meQuery, readSession } from "./features/auth/api";
import { queryClient } from "./query-client";

/** Lets in people of the office; sends others to sign in, and back to where they were going. */
export async function requireStaff({ request }: LoaderFunctionArgs): Promise<Me | Response> {
  const session = await readSession();
  const { pathname, search } = new URL(request.url);
  if (!session)
    return redirect(`/admin/sign-in?${new URLSearchParams({ next: pathname + search })}`);
  const { id, email = "" } = session.user;
  return (await queryClient.ensureQueryData(meQuery(id, email))) ?? redirect("/admin/no-access");
}

export function useMe(): Me {
  const me = useRouteLoaderData<Me>("staff");
  if (!me) throw new Error("Used outside the staff pages.");
  return me;
}
