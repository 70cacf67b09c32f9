import { at, type ErrorMessage } from "./message";

interface File {
  file: string;
}

export const documentMessages: Record<string, ErrorMessage> = {
  document_gone: at("file", "This file was replaced or removed. Reload the page."),
  file_empty: at("file", ({ file }: File) => `“${file}” is empty. Choose another file.`),
  file_mislabeled: at(
    "file",
    ({ file, kind }: File & { kind: string }) =>
      `“${file}” is not a ${kind} file, whatever its name says. Open it and export it as a PDF.`,
  ),
  file_neither_pdf_nor_word: at(
    "file",
    ({ file }: File) => `“${file}” is neither a PDF nor a Word file. Export it as a PDF.`,
  ),
  file_not_uploaded: at("file", "The file did not arrive. Upload it again."),
  file_size: at("file", "The file is empty or larger than 10 MB."),
  file_too_large: at(
    "file",
    ({ file }: File) => `“${file}” is larger than 10 MB. Export or scan it smaller.`,
  ),
  file_type: at("file", "The file is not what its name says. Choose a PDF or Word file."),
};
