import { IconButton } from "../buttons/button";

interface PaginationProps {
  /** 1 is the first page. */
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pagination({ page, pageSize, total, onPage }: PaginationProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  const from = (page - 1) * pageSize + 1;
  return (
    <nav
      aria-label="Pages"
      className="flex items-center justify-end gap-1 px-4 py-3 text-muted text-sm sm:px-6"
    >
      <span className="mr-2">
        {from.toLocaleString()}–{Math.min(total, from + pageSize - 1).toLocaleString()} of{" "}
        {total.toLocaleString()}
      </span>
      <IconButton
        icon="chevron-left"
        label="Previous page"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        icon="chevron-right"
        label="Next page"
        disabled={page >= last}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  );
}
