import { useState } from "react";

/** One action at a time, and how it ended. */
export function useAction(onDone: () => void) {
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
