import { Link } from "react-router";
import { paths } from "../../../paths";
import { toSearch } from "../../url/search-params";
import type { Interview } from "./api";
import { boardFilters } from "./filters";
import { stateLabels, states } from "./labels";

/** How many interviews are in which state; each count shows its own. */
export function BoardCounts({ interviews }: { interviews: readonly Interview[] }) {
  const counts = states.map((state) => ({
    state,
    count: interviews.filter((interview) => interview.state === state).length,
  }));
  const waiting = counts.find(({ state }) => state === "waiting")?.count ?? 0;
  return (
    <>
      <p>
        <Link to={paths.today()} className={linkClass}>
          {interviews.length} {interviews.length === 1 ? "interview" : "interviews"}
        </Link>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <span key={state}>
              {" · "}
              <Link to={paths.today(toSearch(boardFilters, { state }))} className={linkClass}>
                {count} {stateLabels[state].label.toLowerCase()}
              </Link>
            </span>
          ))}
      </p>
      <p role="status" className="sr-only">
        {waiting > 0 &&
          (waiting === 1 ? "A student is waiting." : `${waiting} students are waiting.`)}
      </p>
    </>
  );
}

const linkClass = "hover:text-ink hover:underline";
