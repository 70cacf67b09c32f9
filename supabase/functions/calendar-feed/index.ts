import { asHolder } from "../_shared/database.ts";
import { exchangeToken, noToken } from "../_shared/exchange-token.ts";
import { ownCalendar } from "../_shared/own-entries.ts";

/**
 * GET ?token=…: all of a person's entries, for a calendar that subscribes. The database answers as
 * that person, as on their page. Unknown, reset and malformed tokens are answered alike.
 */
Deno.serve(async (request) => {
  try {
    if (request.method !== "GET" && request.method !== "HEAD") return plain("Use GET.", 405);
    const given = new URL(request.url).searchParams.get("token") ?? "";
    const token = /^[\w-]{64}$/.test(given) ? given : noToken;
    const access = await exchangeToken(token, "calendar-feed");
    if (!access) return plain("This calendar does not exist.", 404);
    const { file } = await ownCalendar(asHolder(access.accessToken), {}, access.role === "student");
    return new Response(request.method === "HEAD" ? null : file, {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Cache-Control": "private, max-age=300",
      },
    });
  } catch (error) {
    console.error(`calendar-feed: ${error}`);
    return plain("The calendar could not be read. Try again later.", 500);
  }
});

const plain = (text: string, status: number) =>
  new Response(text, { status, headers: { "Cache-Control": "no-store" } });
