import type { Sort } from "../../ui/lists/table";

/** One parameter of a URL. What its text does not say rightly is read as the default, which is not written. */
export interface Param<Value> {
  read(texts: string[]): Value;
  write(value: Value): string[];
}

/** What a page keeps in its URL, by the names that stand there. */
export type Params = Record<string, Param<unknown>>;

export type Values<P extends Params> = {
  [Name in keyof P]: P[Name] extends Param<infer Value> ? Value : never;
};

export const text: Param<string> = {
  read: ([text = ""]) => text,
  write: (value) => (value ? [value] : []),
};

export const matching = (pattern: RegExp): Param<string | null> => ({
  read: ([text = ""]) => (pattern.test(text) ? text : null),
  write: (value) => (value ? [value] : []),
});

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const id = matching(idPattern);

export const ids: Param<string[]> = {
  read: (texts) => texts.filter((text) => idPattern.test(text)),
  write: (values) => values,
};

export const oneOf = <Id extends string>(options: readonly { id: Id }[]): Param<Id | null> => ({
  read: ([text]) => options.find(({ id }) => id === text)?.id ?? null,
  write: (value) => (value ? [value] : []),
});

export const flag: Param<boolean> = {
  read: ([text]) => text === "1",
  write: (value) => (value ? ["1"] : []),
};

/** 1 is the first page. */
export const page: Param<number> = {
  read: ([text = ""]) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1),
  write: (value) => (value > 1 ? [String(value)] : []),
};

/** A list is sorted by the first column unless the URL says otherwise. */
export function sortBy<Column extends string>(
  ...columns: readonly [Column, ...Column[]]
): Param<Sort<Column>> {
  return {
    read: ([text = ""]) => {
      const column = columns.find((name) => name === text.replace(/^-/, ""));
      const isDescending = column !== undefined && text.startsWith("-");
      return {
        column: column ?? columns[0],
        direction: isDescending ? "descending" : "ascending",
      };
    },
    write: ({ column, direction }) => {
      if (direction === "descending") return [`-${column}`];
      return column === columns[0] ? [] : [column];
    },
  };
}

export function readSearch<P extends Params>(params: P, search: URLSearchParams): Values<P> {
  const read = ([name, param]: [string, Param<unknown>]) => [name, param.read(search.getAll(name))];
  return Object.fromEntries(Object.entries(params).map(read)) as Values<P>;
}

export function toSearch<P extends Params>(params: P, values: Partial<Values<P>>): URLSearchParams {
  const write = ([name, value]: [string, unknown]) =>
    (params[name]?.write(value) ?? []).map((text) => [name, text]);
  return new URLSearchParams(Object.entries(values).flatMap(write));
}

/** What chooses the rows of a list, whatever its page and order. */
export function toFilters<P extends Params>(params: P, values: Values<P>): URLSearchParams {
  const search = toSearch(params, values);
  search.delete("page");
  search.delete("sort");
  return search;
}

export const readRequest = <P extends Params>(params: P, { url }: Request): Values<P> =>
  readSearch(params, new URL(url).searchParams);
