import { useSuspenseQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { explainError } from "../../../../lib/errors/explain-error";
import { Banner } from "../../../../ui/feedback/banner";
import { FileDrop } from "../../../../ui/fields/file-drop";
import { Section } from "../../../../ui/layout/section";
import { Table } from "../../../../ui/lists/table";
import { useMe } from "../../../app/require-staff";
import type { Student } from "../api";
import { columns, menuColumn } from "./document-columns";
import { DocumentDialog } from "./document-dialog";
import { acceptedFiles, acceptedTypes, documentType } from "./document-file";
import { documentsQuery, type StudentDocument } from "./documents-api";
import { RemoveDocumentDialog } from "./remove-document-dialog";

/** A student's résumé, transcript and cover letters. */
export function DocumentsSection({ student }: { student: Student }) {
  const { isAdmin } = useMe();
  const { data: documents } = useSuspenseQuery(documentsQuery(student.id));
  const chooser = useRef<HTMLInputElement>(null);
  const [replacing, setReplacing] = useState<StudentDocument>();
  const [file, setFile] = useState<File>();
  const [removing, setRemoving] = useState<StudentDocument>();
  const [problem, setProblem] = useState<string>();

  async function take(chosen: File, instead?: StudentDocument) {
    setReplacing(instead);
    try {
      await documentType(chosen);
      setProblem(undefined);
      setFile(chosen);
    } catch (error) {
      setProblem(explainError(error));
    }
  }

  function replace(document: StudentDocument) {
    setReplacing(document);
    chooser.current?.click();
  }

  return (
    <Section title="Documents">
      <Table
        label="Documents"
        columns={isAdmin ? [...columns, menuColumn({ replace, remove: setRemoving })] : columns}
        rows={documents}
        rowText={({ file_name }) => file_name}
        empty={
          <p className="px-4 py-6 text-muted sm:px-6">
            None yet. Interviewers find a student’s documents on their page on the day.
          </p>
        }
      />
      {isAdmin && (
        <div className="flex flex-col gap-3 px-4 pt-3 sm:px-6">
          {problem && (
            <Banner tone="danger" title="This file cannot be used">
              {problem}
            </Banner>
          )}
          <FileDrop
            label="Drop a résumé, transcript or cover letter here, or"
            accepted={acceptedFiles}
            onFile={(chosen) => take(chosen)}
            className="flex-wrap py-4"
          />
          <p className="text-muted text-sm">{acceptedTypes}</p>
          <input
            ref={chooser}
            type="file"
            hidden
            accept={acceptedFiles.join()}
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen) take(chosen, replacing);
              target.value = "";
            }}
          />
        </div>
      )}
      {isAdmin && file && (
        <DocumentDialog
          student={student}
          file={file}
          documents={documents}
          replacing={replacing}
          onClose={() => setFile(undefined)}
        />
      )}
      {isAdmin && removing && (
        <RemoveDocumentDialog
          document={removing}
          name={student.full_name}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Section>
  );
}
