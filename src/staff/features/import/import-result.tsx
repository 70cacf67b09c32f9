import { Link } from "react-router";
import { buttonClass } from "../../../ui/buttons/button-class";
import { Banner } from "../../../ui/feedback/banner";
import type { Outcome } from "./api";
import { countOutcomes, rowCount } from "./outcome-labels";

interface ImportResultProps {
  outcomes: Outcome[];
  isSkipping: boolean;
  list: string;
}

export function ImportResult({ outcomes, isSkipping, list }: ImportResultProps) {
  const { create, update, same, bad } = countOutcomes(outcomes);
  if (bad > 0 && !isSkipping) {
    return (
      <Banner tone="danger" title="Nothing was imported">
        Since the check, {rowCount(bad)} turned bad. See below what is in the way.
      </Banner>
    );
  }
  const parts = [
    create > 0 && `${create.toLocaleString()} new`,
    update > 0 && `${update.toLocaleString()} changed`,
    same > 0 && `${same.toLocaleString()} unchanged`,
    bad > 0 && `${bad.toLocaleString()} left out`,
  ];
  return (
    <>
      <Banner tone="success" title="The import is done">
        {parts.filter(Boolean).join(", ")}.
      </Banner>
      <Link to={list} className={`${buttonClass("primary")} self-start`}>
        Show the list
      </Link>
    </>
  );
}
