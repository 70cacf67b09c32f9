import { useState } from "react";
import { saveFile } from "../../lib/save-file";
import { fileSize } from "../../shared/file-size";
import { documentKindLabels } from "../../shared/labels";
import type { Student, StudentDocument } from "../experience/experience";
import { useGuest } from "../experience/guest-context";

interface DocumentsProps {
  student: Student | null;
  className?: string;
}

/** What the office keeps of a student, to be saved; nothing where there is nothing. */
export function Documents({ student, className }: DocumentsProps) {
  const { document } = useGuest();
  const [loading, setLoading] = useState("");
  const [hasFailed, setFailed] = useState(false);
  if (!student?.documents?.length) return null;

  async function download({ id, file_name }: StudentDocument) {
    if (loading) return;
    setLoading(id);
    setFailed(false);
    try {
      saveFile(await document(id), file_name);
    } catch {
      setFailed(true);
    }
    setLoading("");
  }

  return (
    <div className={className}>
      <p className="flex flex-wrap gap-x-4">
        {student.documents.map((one) => (
          <button
            key={one.id}
            type="button"
            aria-busy={loading === one.id || undefined}
            className="link min-h-9 touch:min-h-11"
            onClick={() => download(one)}
          >
            {documentKindLabels[one.kind]}
            <span className="sr-only">
              {" "}
              of {student.full_name}: download {one.file_name}, {fileSize(one.size)}
            </span>
          </button>
        ))}
      </p>
      <p role="alert" className="text-danger text-sm empty:hidden">
        {hasFailed && "This document could not be downloaded. Try again in a moment."}
      </p>
    </div>
  );
}
