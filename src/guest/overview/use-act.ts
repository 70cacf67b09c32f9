import { useState } from "react";

/** One act at a time, with what came of it. */
export function useAct(onDone: () => void) {
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState("");
  const [error, setError] = useState<unknown>(null);

  async function perform(work: () => Promise<unknown>, done: string) {
    setPending(true);
    setOutcome("");
    setError(null);
    try {
      await work();
      setOutcome(done);
    } catch (failure) {
      setError(failure);
    }
    setPending(false);
    onDone();
  }

  return { perform, isPending, outcome, error };
}
