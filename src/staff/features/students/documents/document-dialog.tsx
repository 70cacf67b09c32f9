import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import type { Enums } from "../../../../lib/supabase/database.types";
import { fileSize } from "../../../../shared/file-size";
import { useForm } from "../../../../shared/forms/use-form";
import { documentKindLabels } from "../../../../shared/labels";
import { Banner } from "../../../../ui/feedback/banner";
import { ProgressBar } from "../../../../ui/feedback/progress-bar";
import { showToast } from "../../../../ui/feedback/toast";
import { RadioGroup } from "../../../../ui/fields/radio-group";
import { Select } from "../../../../ui/fields/select";
import { FormDialog } from "../../../forms/form-dialog";
import type { Student } from "../api";
import { coverLetterTargetsQuery, type StudentDocument, useUploadDocument } from "./documents-api";

interface DocumentDialogProps {
  student: Student;
  file: File;
  documents: StudentDocument[];
  replacing: StudentDocument | undefined;
  onClose: () => void;
}

interface Values {
  kind: Enums<"document_kind">;
  posting_id: string;
}

const kinds = Object.entries(documentKindLabels).map(([id, label]) => ({
  id: id as Enums<"document_kind">,
  label,
}));
const anyEmployer = { id: "any", label: "Any employer" };

/** What the chosen file is, and its way to Storage. */
export function DocumentDialog(props: DocumentDialogProps) {
  const { student, file, documents, replacing, onClose } = props;
  const [share, setShare] = useState(0);
  const { data: postings = [] } = useQuery(coverLetterTargetsQuery(student.id));
  const abort = useRef(new AbortController());
  const { mutateAsync } = useUploadDocument();
  const form = useForm<Values, void>({
    initial: {
      kind: replacing?.kind ?? guessKind(file.name),
      posting_id: replacing?.job_posting_id ?? anyEmployer.id,
    },
    save(values) {
      abort.current = new AbortController();
      setShare(0);
      return mutateAsync({
        studentId: student.id,
        file,
        kind: values.kind,
        postingId: postingOf(values),
        onProgress: setShare,
        signal: abort.current.signal,
      });
    },
    onSaved: (_, { kind }) => {
      onClose();
      showToast(`${documentKindLabels[kind]} of ${student.full_name} is uploaded.`);
    },
  });
  const { kind } = form.values;
  const posting = postingOf(form.values);
  const former = documents.find((one) => one.kind === kind && one.job_posting_id === posting);

  return (
    <FormDialog
      title={`A document of ${student.full_name}`}
      action={former ? "Replace" : "Upload"}
      form={form}
      onStop={() => abort.current.abort()}
      onClose={onClose}
    >
      <p className="wrap-anywhere">
        {file.name} <span className="text-muted">· {fileSize(file.size)}</span>
      </p>
      <RadioGroup label="What it is" options={kinds} {...form.field("kind")} isRow />
      {kind === "cover_letter" && (
        <div>
          <Select
            label="Written for"
            options={[anyEmployer, ...postings]}
            {...form.field("posting_id")}
          />
          <p className="mt-1 text-muted text-sm">
            A letter for one employer is shown only to that employer’s interviewers.
          </p>
        </div>
      )}
      {former && (
        <Banner>
          It replaces “{former.file_name}”, uploaded {formatTimestamp(former.uploaded_at)}.
        </Banner>
      )}
      {form.isPending && (
        <div>
          <ProgressBar label="Uploading" value={share} max={1} />
          <p className="mt-1 text-muted text-sm">Uploading… {Math.floor(share * 100)}%</p>
        </div>
      )}
    </FormDialog>
  );
}

const postingOf = ({ kind, posting_id }: Values) =>
  kind === "cover_letter" && posting_id !== anyEmployer.id ? posting_id : null;

function guessKind(name: string): Enums<"document_kind"> {
  if (/transcript/i.test(name)) return "transcript";
  return /cover|letter/i.test(name) ? "cover_letter" : "resume";
}
