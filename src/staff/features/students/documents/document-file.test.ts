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
    ["a page named as a PDF", "a.pdf", "<html><script>", "file_mislabeled"],
    ["a page with a PDF in it", "a.pdf", "<html>%PDF-1.4", "file_mislabeled"],
    ["a drawing named as a Word file", "a.docx", "<svg>", "file_mislabeled"],
    ["a page", "a.html", "<html>", "file_neither_pdf_nor_word"],
    ["a name without an ending", "resume", "%PDF-1.4", "file_neither_pdf_nor_word"],
    ["an ending that hides another", "a.pdf.exe", "%PDF-1.4", "file_neither_pdf_nor_word"],
    ["an empty file", "a.pdf", "", "file_empty"],
    ["one byte too many", "a.pdf", new Uint8Array(10_485_761), "file_too_large"],
  ])("not %s", async (_what, name, content, code) => {
    await expect(documentType(file(name, content))).rejects.toMatchObject({ code });
  });
});

test.each([
  ["Résumé – Jordan Lee.pdf", "Résumé – Jordan Lee.pdf"],
  ["a:b\\c?.pdf", "a_b_c_.pdf"],
  [`${"x".repeat(300)}.docx`, `${"x".repeat(195)}.docx`],
])("%s is kept as %s", (name, kept) => {
  expect(safeFileName(file(name, ""))).toBe(kept);
});
