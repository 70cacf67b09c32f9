import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "../../ui/buttons/button";

interface SidebarProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the video grid, or over it on a narrow screen. Escape closes it. */
export function Sidebar({ title, onClose, children }: SidebarProps) {
  const sidebar = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const target = sidebar.current?.querySelector<HTMLElement>("input, select, textarea");
    (target ?? sidebar.current)?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <aside
      ref={sidebar}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={({ key }) => key === "Escape" && onClose()}
      className="flex min-h-0 flex-col rounded-lg border border-line bg-surface outline-none max-sm:absolute max-sm:inset-2 max-sm:z-10 sm:w-80"
    >
      <div className="flex items-center justify-between border-line border-b py-1 pr-1 pl-3">
        <h2 className="font-medium">{title}</h2>
        <IconButton icon="x" label={`Close ${title.toLowerCase()}`} onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
