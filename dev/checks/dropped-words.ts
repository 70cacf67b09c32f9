import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const list = "dev/checks/dropped-words.json";
const binary = /\.(png|ico|woff2|pdf)$/;
const excluded = ["dev/checks/dropped-words", "CHANGELOG.md", "package-lock.json"];

const words: { pattern: string; say: string }[] = JSON.parse(readFileSync(list, "utf8"));

/** Fails where a tracked file, or its name, has a word that the project replaced. */
export function checkDroppedWords(): void {
  const files = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");
  const found = files
    .filter((file) => !binary.test(file) && !excluded.some((path) => file.startsWith(path)))
    .flatMap((file) => findDroppedWords(file, readFileSync(file, "utf8")));
  checkCanary();
  if (found.length > 0) throw new Error(found.join("\n"));
}

/** "src/a.ts:12: "Bring back" is called restore", for each dropped word; line 0 is the file's name. */
function findDroppedWords(file: string, text: string): string[] {
  return [file, ...text.split("\n")].flatMap((line, number) =>
    words.flatMap(({ pattern, say }) => {
      const word = new RegExp(pattern).exec(line)?.[0];
      return word ? [`${file}:${number}: "${word}", say: ${say}`] : [];
    }),
  );
}

/** Shows the check what it must find and what it must let pass, or its silence says nothing. */
function checkCanary(): void {
  const dropped = [
    "src/panel.ts",
    "Students were told",
    "Bring back",
    "the Employer’s video",
    "It is cancelled",
  ];
  const good = [
    'getByRole("tabpanel")',
    "<TabPanel />",
    "Enter an email address",
    "Good morning",
    "STATUS:CANCELLED",
  ];
  const isFound = (line: string) => findDroppedWords(line, line).length > 0;
  const missed = dropped.filter((line) => !isFound(line));
  const wrong = good.filter(isFound);
  if (missed.length > 0) throw new Error(`does not find: ${missed.join(", ")}`);
  if (wrong.length > 0) throw new Error(`must allow: ${wrong.join(", ")}`);
}
