import { formatExact } from "../../../lib/dates/relative-time";
import { Button } from "../../../ui/buttons/button";
import { type Save, standardSubject, type Words } from "./api";

interface WordsHistoryProps {
  saves: Save[];
  onRestore: (words: Words) => void;
}

/** Who changed the words, and a way back to each of them. */
export function WordsHistory({ saves, onRestore }: WordsHistoryProps) {
  if (saves.length === 0) return null;
  return (
    <section aria-labelledby="words-history">
      <h2 id="words-history" className="mb-2 font-medium">
        History
      </h2>
      <ol className="divide-y divide-line border-line border-y text-sm">
        {saves.map(({ id, at, actor_name, action, words }) => {
          const when = formatExact(at);
          return (
            <li key={id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
              <div className="min-w-40 flex-1 wrap-anywhere">
                <p>
                  {actor_name} {action === "email_words.reset" ? "reset the words" : "saved"}
                  <span className="text-muted"> · {when}</span>
                </p>
                {action !== "email_words.reset" && (
                  <p className="line-clamp-3 whitespace-pre-line text-muted">
                    {Object.values(words)
                      .filter((text) => text !== "" && text !== standardSubject)
                      .join("\n")}
                  </p>
                )}
              </div>
              <Button
                size="sm"
                aria-label={`Restore the words of ${when}`}
                onClick={() => onRestore(words)}
              >
                Restore
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
