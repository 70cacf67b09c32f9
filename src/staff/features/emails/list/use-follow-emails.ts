import { useIsFetching, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { emailProblemsQuery } from "../api";
import { emailVersionQuery } from "./list-api";

/** Reads list and counts again when anything happened to any email, one reading at a time. */
export function useFollowEmails(): void {
  const client = useQueryClient();
  const { data: version } = useQuery(emailVersionQuery);
  const isReading = useIsFetching({ queryKey: ["emails"] }) > 0;
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (version === undefined || version === shown.current || isReading) return;
    const isFirst = shown.current === undefined;
    shown.current = version;
    if (isFirst) return;
    void client.invalidateQueries({ queryKey: ["emails"] });
    void client.invalidateQueries(emailProblemsQuery);
  }, [client, version, isReading]);
}
