/** What builds DDL for the schema files, policy names included. */
const builders = ["private.add_staff_policies"];

const functionBody = /create (?:or replace )?function ([\w.]+)[\s\S]*?\$\$([\s\S]*?)\$\$/g;
const literal = /'((?:[^']|'')*)'/g;
const twoWords = /\p{L}{2,}[’',.:;]* \p{L}{2,}/u;
const format = /to_char\([\s\S]*?, '([^']*)'\)/g;

/** A pattern's times are stored so; nobody reads them like this. */
const storedFormat = "HH24:MI";

/** Text for people in the functions of a script: sentences, and dates formatted for reading. */
export function findSentences(script: string): string[] {
  return [...script.matchAll(functionBody)].flatMap(([, name = "", body = ""]) => {
    if (builders.includes(name)) return [];
    const code = body.replaceAll(/--.*/g, "");
    const texts = [...code.matchAll(literal)].map(([, text = ""]) => text);
    const formats = [...code.matchAll(format)].map(([, text = ""]) => text);
    const found = texts.filter((text) => twoWords.test(text));
    const dates = formats.filter((text) => text !== storedFormat);
    return [...found, ...dates].map((text) => `${name}: ${text}`);
  });
}
