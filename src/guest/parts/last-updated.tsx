import { Status } from "../../ui/feedback/status";
import { useGuest } from "../experience/guest-context";
import { freshness } from "../experience/wording";

export function Updated() {
  const { now, readAt, failing } = useGuest();
  const age = freshness(now - readAt);
  if (!failing) return <p className="text-muted">{age}</p>;
  return (
    <Status tone="warning" mark="triangle" className="whitespace-normal!">
      {age} · {navigator.onLine ? "no answer" : "offline"}, retrying
    </Status>
  );
}
