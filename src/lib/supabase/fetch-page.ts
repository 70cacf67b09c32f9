interface PageResult<T> {
  data: T[] | null;
  count: number | null;
  error: Error | null;
}

interface Pages<T> {
  range: (from: number, to: number) => PromiseLike<PageResult<T>>;
}

/** A page of a query that counts its rows, 1 being the first, and how many rows it has in all. */
export async function fetchPage<T>(query: Pages<T>, page: number, pageSize: number) {
  const from = (page - 1) * pageSize;
  const { data, count, error } = await query.range(from, from + pageSize - 1);
  if (error && !isPastLastPage(error)) throw error;
  return { rows: data ?? [], total: count ?? 0 };
}

/** What a query that counts its rows answers for a page after the last one. */
export const isPastLastPage = (error: unknown) =>
  (error as { code?: string } | null)?.code === "PGRST103";
