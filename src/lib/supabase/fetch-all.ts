import { isPastLastPage } from "./fetch-page";

const pageSize = 1000;

interface Pages<T> {
  range: (
    from: number,
    to: number,
  ) => {
    throwOnError: () => PromiseLike<{ data: T[] }>;
  };
}

/** Every row of a query, page by page: the API answers with 1,000 at most. Its order must be total. */
export async function fetchAll<T>(query: () => Pages<T>): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const page = await fetchFrom(query, rows.length);
    rows.push(...page);
    if (page.length < pageSize) return rows;
  }
}

async function fetchFrom<T>(query: () => Pages<T>, from: number): Promise<T[]> {
  try {
    return (
      await query()
        .range(from, from + pageSize - 1)
        .throwOnError()
    ).data;
  } catch (error) {
    if (isPastLastPage(error)) return [];
    throw error;
  }
}
