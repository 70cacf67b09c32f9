import { DomainError } from "../../../../lib/errors/rpc-result";

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

const refuse = (message: string) => new DomainError({ field: "file", message });

/** The type of a file that may be a document, by its name and its first bytes. Throws a DomainError. */
export async function documentType(file: File): Promise<string> {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase();
  const known = types.find((type) => type.ending === ending);
  if (!known) {
    throw refuse(`“${file.name}” is neither a PDF nor a Word file. Export it as a PDF.`);
  }
  if (file.size === 0) throw refuse(`“${file.name}” is empty. Choose another file.`);
  if (file.size > mostMegabytes * 1024 * 1024) {
    throw refuse(`“${file.name}” is larger than ${mostMegabytes} MB. Export or scan it smaller.`);
  }
  const first = new Uint8Array(await file.slice(0, known.begins.length).arrayBuffer());
  if (String.fromCharCode(...first) !== known.begins) {
    throw refuse(
      `“${file.name}” is no ${known.name} file, whatever its name says. Open it and export it as a PDF.`,
    );
  }
  return known.type;
}

/** The name under which it is kept: one that every system can save, and that shows where it ends. */
export function safeFileName({ name }: File): string {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? "";
  const plain = name.slice(0, name.length - ending.length);
  return plain.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, "_").slice(0, 200 - ending.length) + ending;
}
