import { Link } from "react-aria-components";
import { Status } from "../../../../ui/feedback/status";
import { linkCriteria } from "../link-criteria";

interface ReadinessListProps {
  unmet: string[];
  /** The schedule; absent for those who may not change it. */
  fixIn?: string;
}

/** What a schedule still misses before its links may be sent, each with the way to it. */
export function ReadinessList({ unmet, fixIn }: ReadinessListProps) {
  if (unmet.length === 0) return <Status tone="success">Ready to send</Status>;
  return (
    <ul className="mt-0.5 flex flex-col gap-1">
      {unmet.map((criterion) => {
        const { missing, fix } = linkCriteria[criterion] ?? { missing: criterion };
        return (
          <li key={criterion} className="flex items-baseline gap-2">
            <span aria-hidden="true" className="text-muted">
              –
            </span>
            <span className="flex-1">
              {missing}{" "}
              {fix && fixIn && (
                <Link className="link" href={fix.path(fixIn)}>
                  {fix.label}
                </Link>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
