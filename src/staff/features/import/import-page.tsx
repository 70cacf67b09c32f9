import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { Button } from "../../../ui/buttons/button";
import { PageHeader } from "../../../ui/layout/page-header";
import { NotFoundPage } from "../../app/not-found-page";
import { useLeave } from "../../forms/unsaved-work";
import { ChooseFile } from "./choose-file";
import { ImportFile } from "./import-file";
import { type ImportKind, isKind, kinds } from "./kinds";
import { readFile } from "./read-file";

export function Component() {
  const { kind } = useParams();
  return isKind(kind) ? <ImportPage key={kind} kind={kind} /> : <NotFoundPage />;
}

function ImportPage({ kind }: { kind: ImportKind }) {
  const { title, noun, about, fields } = kinds[kind];
  const [name, setName] = useState("");
  const leave = useLeave();
  const read = useMutation({ mutationFn: readFile });

  return (
    <>
      <PageHeader
        title={title}
        meta={read.data && <span className="wrap-anywhere">{name}</span>}
        actions={
          read.data && <Button onClick={() => leave(read.reset)}>Choose another file</Button>
        }
      />
      {read.data ? (
        <ImportFile kind={kind} table={read.data} />
      ) : (
        <div className="flex max-w-2xl flex-col gap-5 px-4 sm:px-6">
          <ChooseFile
            noun={noun}
            about={about}
            fields={fields}
            isReading={read.isPending}
            error={read.error}
            onFile={(file) => {
              setName(file.name);
              read.mutate(file);
            }}
          />
        </div>
      )}
    </>
  );
}
