const list = new Intl.ListFormat("en");

/** "Priya, Sam, and Jordan" */
export const listNames = (names: string[]): string => list.format(names);
