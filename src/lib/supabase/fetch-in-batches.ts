const size = 100;

/** Asks for many ids in batches that fit into a URL, one after the other. */
export async function fetchInBatches<T>(
  ids: readonly string[],
  ask: (chunk: string[]) => Promise<T[]>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let at = 0; at < ids.length; at += size) rows.push(...(await ask(ids.slice(at, at + size))));
  return rows;
}
