import { useEffect, useMemo, useRef, useState } from "react";
import { useGuest } from "../experience/guest-context";
import { keepFresh } from "../experience/keep-fresh";
import { type Overview, overviewApi } from "./api";

const refreshEvery = 30_000;

/** The overview, asked for anew every 30 s while the page is looked at, and after every act. */
export function useOverview() {
  const { withAccess } = useGuest();
  const api = useMemo(() => overviewApi({ withAccess }), [withAccess]);
  const [overview, setOverview] = useState<Overview | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const fresh = useRef<ReturnType<typeof keepFresh>>(null);

  useEffect(() => {
    fresh.current = keepFresh(async () => {
      try {
        setOverview(await api.read());
        setFailure(null);
      } catch (error) {
        setFailure(error);
      }
      return refreshEvery;
    });
    return fresh.current.stop;
  }, [api]);

  return { api, overview, failure, refresh: () => fresh.current?.refresh() };
}
