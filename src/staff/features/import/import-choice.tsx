import { useState } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { Spinner } from "../../../ui/feedback/spinner";
import { RadioGroup } from "../../../ui/fields/radio-group";
import type { Outcome } from "./api";
import { countOutcomes, rowCount } from "./outcome-labels";

interface ImportChoiceProps {
  outcomes: Outcome[];
  isPending: boolean;
  error: unknown;
  onImport: (skipBad: boolean) => void;
}

type Choice = "all" | "skip";

/** What the dry run found, and whether bad rows stop the import or are left out. */
export function ImportChoice({ outcomes, isPending, error, onImport }: ImportChoiceProps) {
  const { create, update, error: errors } = countOutcomes(outcomes);
  const [choice, setChoice] = useState<Choice>("all");
  const writes = create + update;
  if (isPending) return <Spinner label={`Importing ${rowCount(writes)}…`} />;
  return (
    <>
      {error != null && (
        <Banner tone="danger" title="Nothing was imported">
          {explainError(error)}
        </Banner>
      )}
      {errors > 0 && writes > 0 && (
        <RadioGroup<Choice>
          label="Bad rows"
          options={[
            {
              id: "all",
              label: "All or nothing",
              detail: `${errors === 1 ? "The bad row keeps" : `The ${errors.toLocaleString()} bad rows keep`} everything from being imported until the file is mended.`,
            },
            { id: "skip", label: "Leave the bad rows out", detail: "The others are imported." },
          ]}
          value={choice}
          onChange={setChoice}
        />
      )}
      {writes === 0 ? (
        <Banner>
          {errors > 0 ? "No row can be imported." : "Everything in it is here already."}
        </Banner>
      ) : (
        (errors === 0 || choice === "skip") && (
          <Button
            variant="primary"
            className="self-start"
            onClick={() => onImport(choice === "skip")}
          >
            Import {rowCount(writes)}
          </Button>
        )
      )}
    </>
  );
}
