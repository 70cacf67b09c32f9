import { useState } from "react";
import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { downloadDocument, type StudentDocument } from "./documents-api";

export function DownloadButton({ document }: { document: StudentDocument }) {
  const [isPending, setPending] = useState(false);

  async function download() {
    if (isPending) return;
    setPending(true);
    try {
      await downloadDocument(document);
    } catch (error) {
      showToast(explainError(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <button
      type="button"
      aria-busy={isPending || undefined}
      onClick={download}
      className="link text-left wrap-anywhere touch:min-h-11"
    >
      <span className="sr-only">Download </span>
      {document.file_name}
    </button>
  );
}
