import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import { explainError } from "../../../../lib/errors/explain-error";
import type { Enums } from "../../../../lib/supabase/database.types";
import { fileSize } from "../../../../shared/file-size";
import { documentKindLabels } from "../../../../shared/labels";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { ProgressBar } from "../../../../ui/feedback/progress-bar";
import { showToast } from "../../../../ui/feedback/toast";
import { RadioGroup } from "../../../../ui/fields/radio-group";
import { Select } from "../../../../ui/fields/select";
import { Dialog, DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import type { Student } from "../api";
import { coverLetterTargetsQuery, type StudentDocument, useUploadDocument } from "./documents-api";

interface DocumentDialogProps {
  student: Student;
  file: File;
  documents: StudentDocument[];
  replacing: StudentDocument | undefined;
  onClose: () => void;
}

const kinds = Object.entries(documentKindLabels).map(([id, label]) => ({
  id: id as Enums<"document_kind">,
  label,
}));
const anyEmployer = { id: "any", label: "Any employer" };

/** What the chosen file is, and its way to Storage. */
export function DocumentDialog(props: DocumentDialogProps) {
  const { student, file, documents, replacing, onClose } = props;
  const [kind, setKind] = useState(replacing?.kind ?? guessKind(file.name));
  const [postingId, setPostingId] = useState(replacing?.job_posting_id ?? anyEmployer.id);
  const [share, setShare] = useState(0);
  const { data: postings = [] } = useQuery(coverLetterTargetsQuery(student.id));
  const abort = useRef(new AbortController());
  const upload = useUploadDocument(() => {
    onClose();
    showToast(`${documentKindLabels[kind]} of ${student.full_name} is uploaded.`);
  });

  const posting = kind === "cover_letter" && postingId !== anyEmployer.id ? postingId : null;
  const former = documents.find((one) => one.kind === kind && one.job_posting_id === posting);

  function start() {
    abort.current = new AbortController();
    setShare(0);
    upload.mutate({
      studentId: student.id,
      file,
      kind,
      postingId: posting,
      onProgress: setShare,
      signal: abort.current.signal,
    });
  }

  return (
    <Dialog
      title={`A document of ${student.full_name}`}
      isOpen
      isLocked={upload.isPending}
      onClose={onClose}
    >
      <DialogBody>
        {upload.isError && !abort.current.signal.aborted && (
          <Banner tone="danger">{explainError(upload.error)}</Banner>
        )}
        <p className="wrap-anywhere">
          {file.name} <span className="text-muted">· {fileSize(file.size)}</span>
        </p>
        <RadioGroup label="What it is" options={kinds} value={kind} onChange={setKind} isRow />
        {kind === "cover_letter" && (
          <div>
            <Select
              label="Written for"
              options={[anyEmployer, ...postings]}
              value={postingId}
              onChange={setPostingId}
            />
            <p className="mt-1 text-muted text-sm">
              A letter for one employer is shown to that employer’s interviewers alone.
            </p>
          </div>
        )}
        {former && (
          <Banner>
            It replaces “{former.file_name}”, uploaded {formatTimestamp(former.uploaded_at)}.
          </Banner>
        )}
        {upload.isPending && (
          <div>
            <ProgressBar label="Uploading" value={share} max={1} />
            <p className="mt-1 text-muted text-sm">Uploading… {Math.floor(share * 100)}%</p>
          </div>
        )}
      </DialogBody>
      <DialogActions>
        <Button onClick={upload.isPending ? () => abort.current.abort() : onClose}>
          {upload.isPending ? "Stop" : "Cancel"}
        </Button>
        <Button variant="primary" isPending={upload.isPending} onClick={start}>
          {former ? "Replace" : "Upload"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function guessKind(name: string): Enums<"document_kind"> {
  if (/transcript/i.test(name)) return "transcript";
  return /cover|letter/i.test(name) ? "cover_letter" : "resume";
}
