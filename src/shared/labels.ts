import type { Enums } from "../lib/supabase/database.types";

// What the enums' values are called wherever guests see them too; the rest is in staff/labels.ts.

export const formatLabels: Record<Enums<"schedule_format">, string> = {
  virtual: "Virtual",
  in_person: "In person",
};

export const videoLabels: Record<Enums<"schedule_video">, string> = {
  in_app: "In-App Video",
  external: "External video",
};

export const documentKindLabels: Record<Enums<"document_kind">, string> = {
  resume: "Résumé",
  transcript: "Transcript",
  cover_letter: "Cover letter",
};
