import { DomainError } from "../../../../lib/errors/domain-error";

/** As the bucket and the table have it. */
const mostMegabytes = 10;

const types = [
  { ending: "pdf", name: "PDF", type: "application/pdf", begins: "%PDF-" },
  {
    ending: "docx",
    name: "Word",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    begins: "PK\x03\x04",
  },
  { ending: "doc", name: "Word", type: "application/msword", begins: "\xd0\xcf\x11\xe0" },
];

export const acceptedFiles = types.map(({ ending }) => `.${ending}`);

export const acceptedTypes = `A PDF or Word file of at most ${mostMegabytes} MB.`;

/** The type of a file that may be a document, by its name and its first bytes. Throws a DomainError. */
export async function documentType(file: File): Promise<string> {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase();
  const known = types.find((type) => type.ending === ending);
  const about = { file: file.name };
  if (!known) throw new DomainError("file_neither_pdf_nor_word", about);
  if (file.size === 0) throw new DomainError("file_empty", about);
  if (file.size > mostMegabytes * 1024 * 1024) throw new DomainError("file_too_large", about);
  const first = new Uint8Array(await file.slice(0, known.begins.length).arrayBuffer());
  if (String.fromCharCode(...first) !== known.begins) {
    throw new DomainError("file_mislabeled", { ...about, kind: known.name });
  }
  return known.type;
}

/** The name under which it is kept: one that every system can save, and that shows where it ends. */
export function safeFileName({ name }: File): string {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? "";
  const plain = name.slice(0, name.length - ending.length);
  return plain.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, "_").slice(0, 200 - ending.length) + ending;
}
