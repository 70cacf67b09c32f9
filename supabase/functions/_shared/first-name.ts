/** "Priya"; the whole name where it begins with a title such as "Dr." */
export function firstName(fullName: string): string {
  const [first = ""] = fullName.split(" ");
  return first.endsWith(".") ? fullName : first;
}
