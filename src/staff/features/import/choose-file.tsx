import { Button, DropZone, type FileDropItem, FileTrigger, Text } from "react-aria-components";
import { Banner } from "../../../components/banner";
import { Button as PlainButton } from "../../../components/button";
import { buttonClass } from "../../../components/button-class";
import { Spinner } from "../../../components/spinner";
import { saveCsv, toCsv } from "../../../lib/csv";
import { explainError } from "../../../lib/explain-error";
import type { Field } from "./kinds";

interface ChooseFileProps {
  noun: string;
  about: string;
  fields: Field[];
  isReading: boolean;
  error: unknown;
  onFile: (file: File) => void;
}

export function ChooseFile({ noun, about, fields, isReading, error, onFile }: ChooseFileProps) {
  const example = () =>
    toCsv(
      fields.map(({ label, example: value }) => ({ label, value: () => value })),
      [{}],
    );
  return (
    <>
      {error != null && (
        <Banner tone="danger" title="This file cannot be imported">
          {explainError(error)}
        </Banner>
      )}
      <DropZone
        className="flex flex-col items-center gap-3 rounded-lg border border-edge border-dashed px-4 py-12 text-center data-drop-target:border-accent-ink data-drop-target:bg-accent-soft"
        getDropOperation={() => "copy"}
        onDrop={async ({ items }) => {
          const item = items.find((dropped): dropped is FileDropItem => dropped.kind === "file");
          if (item) onFile(await item.getFile());
        }}
      >
        {isReading ? (
          <Spinner label="Reading the file…" />
        ) : (
          <>
            <Text slot="label">Drop a CSV file here, or</Text>
            <FileTrigger
              acceptedFileTypes={[".csv", ".tsv", ".txt", "text/csv"]}
              onSelect={(files) => files?.[0] && onFile(files[0])}
            >
              <Button className={buttonClass("primary")}>Choose a file</Button>
            </FileTrigger>
          </>
        )}
      </DropZone>
      <div className="text-muted text-sm">
        <p>
          {about} An empty cell leaves what is there as it is. Nothing is written before you have
          seen what would become of each row.
        </p>
        <p className="mt-2">
          Columns:{" "}
          {fields
            .map(({ label, isRequired }) => label + (isRequired ? "" : " (optional)"))
            .join(", ")}
          .
        </p>
        <PlainButton className="mt-3" onClick={() => saveCsv(example(), `${noun}-example`)}>
          Download an example
        </PlainButton>
      </div>
    </>
  );
}
