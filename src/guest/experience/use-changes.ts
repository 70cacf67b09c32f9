import { useCallback, useEffect, useState } from "react";
import { announcement, changesBetween, type Mark } from "./changes";
import type { Experience } from "./experience";

interface News {
  experience: Experience;
  marks: ReadonlyMap<string, Mark>;
  /** Empty when there is nothing to announce. */
  notice: string;
}

const noMarks: ReadonlyMap<string, Mark> = new Map();

/**
 * What has changed since the page was opened, until it is seen or the page is used.
 * @param isShown what is pressed in a view over the page says nothing of having seen it.
 */
export function useChanges(experience: Experience, isShown: boolean) {
  const [news, setNews] = useState<News>({ experience, marks: noMarks, notice: "" });
  if (news.experience !== experience) setNews(follow(news, experience));

  useEffect(() => {
    if (!isShown) return;
    const dismiss = () =>
      setNews((news) =>
        news.notice || news.marks.size ? { ...news, marks: noMarks, notice: "" } : news,
      );
    addEventListener("click", dismiss);
    return () => removeEventListener("click", dismiss);
  }, [isShown]);

  const onSeen = useCallback((id: string) => {
    setNews((news) => ({ ...news, marks: new Map([...news.marks].filter(([key]) => key !== id)) }));
  }, []);
  const onRead = useCallback(() => setNews((news) => ({ ...news, notice: "" })), []);
  return { marks: news.marks, notice: news.notice, onSeen, onRead };
}

function follow({ experience: before, marks, notice }: News, experience: Experience): News {
  const changes = changesBetween(before, experience);
  const marked = changes.flatMap(({ id, mark }) => (mark ? [[id, mark] as const] : []));
  return {
    experience,
    marks: new Map([...marks, ...marked]),
    notice: announcement(changes) || notice,
  };
}
