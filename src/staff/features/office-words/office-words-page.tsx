import { useSuspenseQueries } from "@tanstack/react-query";
import { useState } from "react";
import { Link, type LoaderFunctionArgs, NavLink, useParams } from "react-router";
import { paths } from "../../../paths";
import { cx } from "../../../ui/cx";
import { PageHeader } from "../../../ui/layout/page-header";
import { NotFoundPage } from "../../app/not-found-page";
import { queryClient } from "../../app/query-client";
import { emailKindLabels, optionsOf } from "../../labels";
import { type EmailKind, historyQuery, samplesQuery, wordsQuery } from "./api";
import { WordsForm } from "./words-form";

const isKind = (kind: string | undefined): kind is EmailKind =>
  kind !== undefined && Object.hasOwn(emailKindLabels, kind);

export async function loader({ params: { kind } }: LoaderFunctionArgs) {
  if (isKind(kind)) {
    await Promise.all([
      queryClient.ensureQueryData(wordsQuery(kind)),
      queryClient.ensureQueryData(samplesQuery(kind)),
      queryClient.ensureQueryData(historyQuery(kind)),
    ]);
  }
  return null;
}

export function Component() {
  const { kind } = useParams();
  return isKind(kind) ? <OfficeWordsPage key={kind} kind={kind} /> : <NotFoundPage />;
}

function OfficeWordsPage({ kind }: { kind: EmailKind }) {
  const [words, samples, history] = useSuspenseQueries({
    queries: [wordsQuery(kind), samplesQuery(kind), historyQuery(kind)],
  });
  // A reset begins the form anew.
  const [resets, setResets] = useState(0);
  return (
    <>
      <PageHeader
        title="Email wording"
        above={
          <Link className="link" to={paths.settings()}>
            Settings
          </Link>
        }
        meta="Link, times, location and contact are always in the email."
      />
      <nav aria-label="Kinds of email" className="mb-6 px-4 sm:px-6">
        <ul className="flex flex-wrap gap-1">
          {optionsOf(emailKindLabels).map(({ id, label }) => (
            <li key={id}>
              <NavLink to={paths.officeWords(id)} className={kindClass}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <WordsForm
        key={resets}
        kind={kind}
        {...words.data}
        samples={samples.data}
        history={history.data}
        onReset={() => setResets((count) => count + 1)}
      />
    </>
  );
}

const kindClass = ({ isActive }: { isActive: boolean }) =>
  cx(
    "flex h-8 items-center rounded-md px-2.5 text-sm touch:h-11",
    isActive
      ? "bg-accent-soft font-medium text-accent-ink"
      : "text-muted hover:bg-hover hover:text-ink",
  );
