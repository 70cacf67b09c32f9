import { useMutation } from "@tanstack/react-query";
import { type DomainError, unwrap } from "../../../lib/errors/domain-error";
import { messageFor } from "../../../lib/errors/messages";
import type { Json } from "../../../lib/supabase/database.types";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";
import type { ImportKind } from "./kinds";
import type { ImportRow } from "./mapping";

export interface Outcome {
  /** 1 is the first row below the headings. */
  n: number;
  outcome: "create" | "update" | "unchanged" | "error";
  reason: string | null;
}

type Checked = Omit<Outcome, "reason"> & { problem: Pick<DomainError, "code" | "params"> | null };

const outcomesOf = (data: Json) =>
  asDocument<Checked[]>(data).map(
    ({ problem, ...row }): Outcome => ({ ...row, reason: problem && messageFor(problem) }),
  );

interface ImportInput {
  kind: ImportKind;
  rows: ImportRow[];
}

/** The dry run: what would become of each row. */
export const useCheckImport = () =>
  useMutation({
    mutationFn: async ({ kind, rows }: ImportInput) => {
      const result = await supabase.rpc("check_import", { p_kind: kind, p_rows: rows });
      return outcomesOf(unwrap(result));
    },
  });

/** All or nothing, unless rows with errors are skipped. Returns the outcome of each row. */
export const useImportRows = () =>
  useMutation({
    mutationFn: async ({ kind, rows, skipErrors }: ImportInput & { skipErrors: boolean }) => {
      const result = await supabase.rpc("import_rows", {
        p_kind: kind,
        p_rows: rows,
        p_skip_errors: skipErrors,
      });
      return outcomesOf(unwrap(result));
    },
  });
