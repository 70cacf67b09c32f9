import type { ReactNode } from "react";

/** The one column of every guest page, with text at 16 px where the staff app has 14. */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-160 flex-col gap-6 px-4 py-6 text-md [--text-base:1rem] [--text-sm:0.9375rem] sm:py-12">
      <title>{`${title} · Interviews`}</title>
      {children}
    </main>
  );
}
