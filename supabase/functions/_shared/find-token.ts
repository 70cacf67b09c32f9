const longestText = 4000;
/** A gateway, the one behind it and a mail program may each encode what they got. */
const encodings = 5;

/**
 * Finds an Interview Link's token in what is left of the link after mail programs, gateways and the
 * clipboard: in a URL, a URL wrapped in another one, or the text around it. Looks at the first 4000
 * characters. Null when no whole token is there. Each step reads the text a fixed number of times.
 *
 * A token has 64 characters, none of which is ever encoded for its own sake: whatever follows them
 * does not matter, and white space between them can go.
 */
export function findToken(input: string): string | null {
  const text = restoreCharacters(input.slice(0, longestText));
  const joined = decode(text, joinLines);
  const urls = `${joined} ${unwrapUrlDefense(joined)}`;
  return (
    afterHash(decodeQuotedPrintable(urls)) ??
    afterHash(urls) ??
    aloneIn(decode(text)) ??
    aloneIn(joined)
  );
}

/** What an editor made of characters that a link has, and a quoted-printable line that goes on. */
function restoreCharacters(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n[ \t>|]*/g, "")
    .replace(/&#(?:35|x23);|&num;/gi, "#")
    .replace(/[\u2010-\u2013\u2212]/g, "-")
    .replaceAll("\u2014", "--")
    .replace(/<w?br ?\/?>|\\/gi, "");
}

/** Without white space and invisible characters, nor the marks that replies put before each line. */
function joinLines(text: string): string {
  return text.replace(/[\r\n][\s>|]*/g, "").replace(/[\s\p{Cf}]+/gu, "");
}

function decode(text: string, clean = (decoded: string) => decoded): string {
  let decoded = clean(text);
  for (let n = 0; n < encodings; n += 1) decoded = clean(decodePercent(decoded));
  return decoded;
}

const utf8 = new TextDecoder();

function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) =>
    utf8.decode(Uint8Array.from(run.slice(1).split("%"), (byte) => Number.parseInt(byte, 16))),
  );
}

/** Only what may stand in a link: "=" may also be all that is left of the end of a line. */
function decodeQuotedPrintable(text: string): string {
  return text.replace(/=(?:3d|23|2d|5f)/gi, (code) => decodePercent(code.replace("=", "%")));
}

/** Proofpoint's URL Defense, version 2, writes "-23" for "%23" and "_" for "/". */
function unwrapUrlDefense(text: string): string {
  const wrapped = text.split(/\/v2\/url\?u=/i).slice(1);
  return wrapped
    .map((part) => part.replace(/&.*/s, "").replaceAll("-", "%").replaceAll("_", "/"))
    .map(decodePercent)
    .join(" ");
}

/** The 64 characters behind the page's "#", or else behind any. */
function afterHash(text: string): string | null {
  const behindPage = text.split(/interview#/i).slice(1);
  const behindAny = text.split("#").slice(1);
  for (const part of [...behindPage, ...behindAny]) {
    const found = /^\/?([\w-]{64})/.exec(part.replaceAll("=", ""));
    if (found?.[1]) return found[1];
  }
  return null;
}

/** A token behind anything else, such as the "*" of URL Defense 3. It may end with what could be part of one. */
function aloneIn(text: string): string | null {
  const word = text.split(/[^\w-]+/).find((one) => /^[\w-]{64}[-_]*$/.test(one));
  return word?.slice(0, 64) ?? null;
}
