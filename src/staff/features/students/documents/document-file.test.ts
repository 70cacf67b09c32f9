import { describe, expect, test } from "vitest";
import { documentType, safeFileName } from "./document-file";

const file = (name: string, content: BlobPart) => new File([content], name);
const word = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]);

describe("what may be a document", () => {
  test.each([
    ["a.pdf", "%PDF-1.7 …", "application/pdf"],
    ["A.PDF", "%PDF-1.4", "application/pdf"],
    ["a.doc", word, "application/msword"],
    [
      "a.b.docx",
      "PK\x03\x04…",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
  ])("%s", async (name, content, type) => {
    expect(await documentType(file(name, content))).toBe(type);
  });

  test.each([
    ["a page named as a PDF", "a.pdf", "<html><script>", /is no PDF file/],
    ["a page with a PDF in it", "a.pdf", "<html>%PDF-1.4", /is no PDF file/],
    ["a drawing named as a Word file", "a.docx", "<svg>", /is no Word file/],
    ["a page", "a.html", "<html>", /neither a PDF nor a Word file/],
    ["a name without an ending", "resume", "%PDF-1.4", /neither a PDF nor a Word file/],
    ["an ending that hides another", "a.pdf.exe", "%PDF-1.4", /neither a PDF nor a Word file/],
    ["an empty file", "a.pdf", "", /is empty/],
    ["one byte too many", "a.pdf", new Uint8Array(10_485_761), /larger than 10 MB/],
  ])("not %s", async (_what, name, content, message) => {
    await expect(documentType(file(name, content))).rejects.toThrow(message);
  });
});

test.each([
  ["Résumé – Jordan Lee.pdf", "Résumé – Jordan Lee.pdf"],
  ["a:b\\c?.pdf", "a_b_c_.pdf"],
  [`${"x".repeat(300)}.docx`, `${"x".repeat(195)}.docx`],
])("%s is kept as %s", (name, kept) => {
  expect(safeFileName(file(name, ""))).toBe(kept);
});
