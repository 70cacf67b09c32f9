import { createHmac } from "node:crypto";
import { secrets } from "../../dev/stack/secrets";
import { asService } from "./service";

const linkIdChars = 22;

/** The token of every Interview Link that was ever valid, whether mailed, revealed or neither. */
export async function everyToken(): Promise<string[]> {
  const { data } = await asService().from("access_links").select("id, version").throwOnError();
  return data.flatMap(({ id, version }) =>
    Array.from({ length: version }, (_, older) => tokenOf(id, version - older)),
  );
}

function tokenOf(linkId: string, version: number): string {
  const mac = createHmac("sha256", secrets.linkSecret).update(`v1:${linkId}:${version}`).digest();
  const id = Buffer.from(linkId.replaceAll("-", ""), "hex");
  return Buffer.concat([id, mac]).toString("base64url");
}

/** What cannot be known without the secret: the HMAC, as a link has it and in hexadecimals. */
export function secretHalves(token: string): string[] {
  const mac = Buffer.from(token, "base64url").subarray(16);
  return [token.slice(linkIdChars), mac.toString("hex")];
}

// PostgreSQL's compression leaves at most eight characters of a text side by side.
const pieceChars = 8;

/** Which of these texts stand in the bytes: whole, or cut up by a table's compression. */
export function textsIn(bytes: Buffer, texts: string[]): string[] {
  const pieces = new Map(texts.flatMap((text) => piecesOf(text).map((piece) => [piece, text])));
  const found = new Set<string>();
  for (const [run] of bytes.toString("latin1").matchAll(/[\w-]{8,}/g)) {
    for (const piece of piecesOf(run)) {
      const text = pieces.get(piece);
      if (text) found.add(text);
    }
  }
  return [...found];
}

const piecesOf = (text: string): string[] =>
  Array.from({ length: text.length - pieceChars + 1 }, (_, at) => text.slice(at, at + pieceChars));
