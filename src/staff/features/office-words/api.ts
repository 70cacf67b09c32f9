import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import { callAsMe } from "../../../lib/supabase/call-as-me";
import type { Enums } from "../../../lib/supabase/database.types";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";

export type EmailKind = Enums<"email_kind">;

/** As the form holds them; empty is the standard one. */
export interface Words {
  subject: string;
  introduction: string;
  closing: string;
}

type Stored = { [Name in keyof Words]: string | null };

/** The standard subject, as the form shows it. */
export const standardSubject = "{{summary}}";

const fromStored = (stored: Stored | null): Words => ({
  subject: stored?.subject ?? standardSubject,
  introduction: stored?.introduction ?? "",
  closing: stored?.closing ?? "",
});

const toStored = ({ subject, introduction, closing }: Words): Stored => ({
  subject: subject.trim() || null,
  introduction: introduction.trim() || null,
  closing: closing.trim() || null,
});

export const wordsQuery = (kind: EmailKind) =>
  queryOptions({
    queryKey: ["office-words", "of", kind],
    queryFn: async () => {
      const [words, fields] = await Promise.all([
        supabase
          .from("email_words")
          .select("subject, introduction, closing")
          .eq("kind", kind)
          .maybeSingle()
          .throwOnError(),
        supabase.rpc("merge_fields", { p_kind: kind }).throwOnError(),
      ]);
      return {
        words: fromStored(words.data),
        isStandard: words.data === null,
        fields: fields.data,
      };
    },
  });

export const samplesQuery = (kind: EmailKind) =>
  queryOptions({
    queryKey: ["office-words", "samples", kind],
    queryFn: async () =>
      (await supabase.rpc("email_samples", { p_kind: kind }).throwOnError()).data,
  });

interface Change {
  kind: EmailKind;
  after: Stored;
}

/** The last saves and resets, the latest first, each with the words since then. */
export const historyQuery = (kind: EmailKind) =>
  queryOptions({
    queryKey: ["office-words", "history", kind],
    queryFn: async () => {
      const { data } = await supabase
        .from("activity")
        .select("id, at, actor_name, action, detail")
        .eq("about", "email_words")
        .eq("detail->>kind", kind)
        .order("id", { ascending: false })
        .limit(10)
        .throwOnError();
      return data.map(({ detail, ...line }) => ({
        ...line,
        words: fromStored(asDocument<Change>(detail).after),
      }));
    },
  });

export type Save = Awaited<
  ReturnType<NonNullable<ReturnType<typeof historyQuery>["queryFn"]>>
>[number];

/** Words that need not be saved, and whom the email is shown for. */
export interface Draft {
  kind: EmailKind;
  personId: string;
  scheduleId: string | null;
  words: Words;
}

const bodyOf = ({ words, ...draft }: Draft) => ({ ...draft, words: toStored(words) });

export const previewQuery = (draft: Draft | null) =>
  queryOptions({
    queryKey: ["office-words", "preview", draft],
    enabled: draft !== null,
    placeholderData: keepPreviousData,
    queryFn: () =>
      callAsMe<{ subject: string; html: string; text: string }>(
        "preview-email",
        draft && bodyOf(draft),
      ),
  });

/** The address it was sent to: the caller's own. */
export const useSendDraft = () =>
  useMutation({
    mutationFn: (draft: Draft) => callAsMe<{ to: string }>("send-test-email", bodyOf(draft)),
  });

export const useSaveWords = (kind: EmailKind) =>
  useMutation({
    mutationFn: async (words: Words) => {
      unwrap(
        await supabase.rpc("save_email_words", {
          p_kind: kind,
          p_subject: words.subject,
          p_introduction: words.introduction,
          p_closing: words.closing,
        }),
      );
    },
  });

export const useResetWords = (kind: EmailKind, onSuccess: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async () => {
      unwrap(await supabase.rpc("reset_email_words", { p_kind: kind }));
    },
  });
