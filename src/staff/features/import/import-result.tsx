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
  const { create, update, unchanged, error } = countOutcomes(outcomes);
  if (error > 0 && !isSkipping) {
    return (
      <Banner tone="danger" title="Nothing was imported">
        Since the check, {rowCount(error)} can no longer be imported. See the reasons below.
      </Banner>
    );
  }
  const parts = [
    create > 0 && `${create.toLocaleString()} new`,
    update > 0 && `${update.toLocaleString()} changed`,
    unchanged > 0 && `${unchanged.toLocaleString()} unchanged`,
    error > 0 && `${error.toLocaleString()} left out`,
  ];
  return (
    <>
      <Banner tone="success" title="Import complete">
        {parts.filter(Boolean).join(", ")}.
      </Banner>
      <Link to={list} className={`${buttonClass("primary")} self-start`}>
        Show the list
      </Link>
    </>
  );
}
