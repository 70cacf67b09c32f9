import { useState } from "react";

/** The id of one act: repeated after a lost answer it is kept, so that nothing is done twice. */
export function useRequestId(): [id: string, renew: () => void] {
  const [id, setId] = useState(() => crypto.randomUUID());
  return [id, () => setId(crypto.randomUUID())];
}
