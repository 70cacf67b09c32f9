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
    const { data } = await query()
      .range(rows.length, rows.length + pageSize - 1)
      .throwOnError();
    rows.push(...data);
    if (data.length < pageSize) return rows;
  }
}
