import { useMutation } from "@tanstack/react-query";
import { DomainError } from "../../../lib/errors/rpc-result";
import { supabase } from "../../../lib/supabase/staff-client";
import type { ImportKind } from "./kinds";
import type { ImportRow } from "./mapping";

export interface Outcome {
  /** 1 is the first row below the headings. */
  n: number;
  outcome: "create" | "update" | "unchanged" | "error";
  reason: string | null;
}

interface ImportInput {
  kind: ImportKind;
  rows: ImportRow[];
}

/** The dry run: what would become of each row. */
export const useCheckImport = () =>
  useMutation({
    mutationFn: async ({ kind, rows }: ImportInput) => {
      const { data } = await supabase
        .rpc("check_import", { p_kind: kind, p_rows: rows })
        .throwOnError();
      return data as unknown as Outcome[];
    },
  });

/** All or nothing, unless the bad rows are left out. Answers with what became of each row. */
export const useImportRows = () =>
  useMutation({
    mutationFn: async ({ kind, rows, skipBad }: ImportInput & { skipBad: boolean }) => {
      const { data, error } = await supabase.rpc("import_rows", {
        p_kind: kind,
        p_rows: rows,
        p_skip_errors: skipBad,
      });
      if (error?.code === "23P01") throw new DomainError({ field: "rows", message: error.message });
      if (error) throw error;
      return data as unknown as Outcome[];
    },
  });
