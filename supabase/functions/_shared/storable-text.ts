const longest = 2000;

/** Words from outside as the database can hold them: PostgreSQL's text takes no NUL. */
export const storableText = (text: string): string =>
  text.replaceAll("\0", "").toWellFormed().slice(0, longest).toWellFormed();
