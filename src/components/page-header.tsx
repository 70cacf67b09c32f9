import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** Where this page hangs: a link to its parent. */
  above?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, above, meta, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-4 pt-5 pb-4 sm:px-6">
      <div className="min-w-0 flex-1 basis-72">
        {above && <div className="mb-0.5 text-muted text-sm">{above}</div>}
        <h1 className="font-semibold text-lg text-balance wrap-anywhere">{title}</h1>
        {meta && (
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
            {meta}
          </div>
        )}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
