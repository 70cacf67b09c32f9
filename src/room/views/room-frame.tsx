import type { ReactNode } from "react";

/** The whole window, dark whatever the rest of the app is: faces and screens are what is looked at. */
export function RoomFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="scheme-dark fixed inset-0 z-10 flex flex-col gap-2 overflow-y-auto bg-sunken p-2 text-ink text-md [--text-base:1rem] [--text-sm:0.9375rem] sm:p-3">
      <title>{`${title} · Interviews`}</title>
      {children}
    </main>
  );
}
