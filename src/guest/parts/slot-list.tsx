import type { Entry } from "../experience/timeline";
import { SlotRow } from "./slot-row";

export function SlotList({ entries, label }: { entries: Entry[]; label?: string }) {
  if (entries.length === 0) return null;
  return (
    <section>
      {label && <h2 className="mb-1 font-medium text-muted text-sm">{label}</h2>}
      <ul>
        {entries.map((entry) => (
          <SlotRow key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
