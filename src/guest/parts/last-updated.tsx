import { Status } from "../../ui/feedback/status";
import { useGuest } from "../experience/guest-context";
import { updatedText } from "../experience/labels";

export function LastUpdated() {
  const { now, checkedAt, failing } = useGuest();
  const age = updatedText(now - checkedAt);
  if (!failing) return <p className="text-muted">{age}</p>;
  return (
    <Status tone="warning" mark="triangle" className="whitespace-normal!">
      {age} · {navigator.onLine ? "no answer" : "offline"}, retrying
    </Status>
  );
}
