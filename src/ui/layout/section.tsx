import { type ReactNode, useId } from "react";

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One of several tables on a page. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="pt-2 pb-6">
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-2 px-4 pb-1 sm:px-6">
        <h2 id={id} className="font-medium">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
