import type { Entry } from "../experience/timeline";
import { Disclosure } from "./disclosure";
import { SlotList } from "./slot-list";

export function Earlier({ entries }: { entries: Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Disclosure summary={`Earlier: ${entries.length} done`}>
      <SlotList entries={entries} />
    </Disclosure>
  );
}
