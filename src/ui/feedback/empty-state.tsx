import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** When it is all there is on the page. */
  isPage?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, isPage, children, action }: EmptyStateProps) {
  const Title = isPage ? "h1" : "p";
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-1 px-4 py-14 text-center">
      <Title className="font-medium">{title}</Title>
      {children && <div className="text-muted text-pretty">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
