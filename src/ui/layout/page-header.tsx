import type { ReactNode } from "react";

interface PageHeaderProps {
  title: string;
  /** Where this page hangs: a link to its parent. */
  above?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, above, meta, actions }: PageHeaderProps) {
  return (
    <header className="px-4 pt-5 pb-4 sm:px-6">
      <title>{`${title} · Campus Interviews`}</title>
      {above && <div className="mb-0.5 text-muted text-sm">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-40 flex-1 font-semibold text-lg text-balance wrap-anywhere touch:py-2">
          {title}
        </h1>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {meta && (
        <div className="mt-0.5 flex flex-wrap max-sm:mt-2 items-center gap-x-3 gap-y-1 text-muted text-sm">
          {meta}
        </div>
      )}
    </header>
  );
}
