import { describeChanges, type Facts, whenOf } from "../../../../lib/changes";
import type { Notice } from "../notices-api";

/** What the email will say of this schedule: "now Tue, Nov 24, 10:00–10:30 AM EST (was 9:30–10:00 AM)". */
export function describeNotice({ state, facts, last_facts }: Notice): string {
  if (state === "changed" && facts && last_facts) {
    return describeChanges(last_facts, facts).join("; ") || "details have changed";
  }
  if (state === "new") return `new: ${when(facts)}`;
  return `${state === "canceled" ? "canceled" : "no longer taking part"}: ${when(last_facts)}`;
}

const when = (facts: Facts | null) => (facts ? whenOf(facts) : "");

export const countPeople = (count: number) =>
  count === 1 ? "1 person" : `${count.toLocaleString()} people`;
