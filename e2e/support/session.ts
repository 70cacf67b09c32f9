import type { BrowserContext } from "@playwright/test";
import { secrets } from "../../dev/stack/secrets";
import type { accounts } from "./accounts";

type Account = (typeof accounts)["admin"];

/** A signed-in account, as Auth answers and as the app keeps it. */
export interface Session {
  access_token: string;
}

/** Signs in without the form. */
export async function openSession({ email, password }: Account): Promise<Session> {
  const answer = await fetch(`${process.env.APP_URL}/auth/v1/token?grant_type=password`, {
    method: "POST",
    headers: { apikey: secrets.publishableKey, "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`No session for ${email}: ${await answer.text()}`);
  return answer.json();
}

/** Makes the pages of this browser profile signed in, as if its last page had been. */
export async function useSession(context: BrowserContext, session: Session): Promise<void> {
  const localStorage = [{ name: "sb-localhost-auth-token", value: JSON.stringify(session) }];
  const origin = process.env.APP_URL ?? "";
  await context.setStorageState({ cookies: [], origins: [{ origin, localStorage }] });
}
