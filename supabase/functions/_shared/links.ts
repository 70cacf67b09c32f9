import { env } from "./env.ts";
import { makeLinkToken } from "./link-token.ts";

/** The public URL of the app, without a slash at its end. */
export const appUrl = () => env.required("APP_URL").replace(/\/+$/, "");

/** A working Interview Link. The token stands in the fragment, which browsers send to no server. */
export async function interviewLink(linkId: string, version: number): Promise<string> {
  return `${appUrl()}/interview#${await makeLinkToken(env.linkSecret(), linkId, version)}`;
}

/** What stands for the link where nobody's page is to be opened: previews and tests. */
export const noLink = () => `${appUrl()}/interview`;
