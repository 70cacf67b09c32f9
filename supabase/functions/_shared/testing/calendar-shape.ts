import ical from "ical.js";
import nodeIcal from "node-ical";

const free = ["summary", "location", "description"];

/** Components, properties, their parameters and values, as ical.js reads them, without the texts that people typed. */
export function calendarShape(file: string): string[] {
  const walk = (component: ical.Component): string[] => [
    component.name,
    ...component.getAllProperties().map((property) => {
      const [name, parameters] = property.toJSON();
      const names = Object.entries(parameters)
        .map(([key, value]) => (key === "cn" ? key : `${key}=${value}`))
        .sort();
      const value = free.includes(name) ? "" : String(property.getFirstValue());
      return `${name};${names.join(";")}:${value}`;
    }),
    ...component.getAllSubcomponents().flatMap(walk),
  ];
  return walk(new ical.Component(ical.parse(file)));
}

/** Its entries as another parser reads them: what each is, when it is, and which properties it has. */
export function entriesOf(file: string): string[][] {
  return Object.values(nodeIcal.sync.parseICS(file)).map((entry) => {
    if (entry?.type !== "VEVENT") return [entry?.type ?? ""];
    const when = [entry.start, entry.end].map(String);
    return [entry.uid, String(entry.sequence), ...when, ...Object.keys(entry).sort()];
  });
}

/** The texts of each entry that people typed a part of. */
export const textsOf = (file: string): string[] =>
  new ical.Component(ical.parse(file))
    .getAllSubcomponents("vevent")
    .flatMap((event) => free.map((name) => String(event.getFirstPropertyValue(name))));
