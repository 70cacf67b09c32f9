export interface Loop {
  /** Whether the server answered when it was last asked. */
  isReached(): boolean;
  isStopped(): boolean;
  /** Ends the rest, or skips the next one. */
  wake(): void;
  stop(): void;
  /** Asks until it was answered once. */
  once(ask: () => Promise<void>): Promise<void>;
  /** Asks after each rest. */
  forever(ask: () => Promise<void>): Promise<void>;
}

interface LoopOptions {
  /** How long to rest after this many failures in a row, in ms. */
  pause(failures: number): number;
  onChange(failures: number): void;
}

/** Asks the server again and again, with rests in between, until it is stopped. */
export function createLoop({ pause, onChange }: LoopOptions): Loop {
  let failures = 0;
  let isStopped = false;
  let isDue = false;
  let endRest = () => {};

  async function attempt(ask: () => Promise<void>): Promise<void> {
    isDue = false;
    const before = failures;
    try {
      await ask();
      failures = 0;
    } catch {
      failures += 1;
    }
    if (failures !== before && !isStopped) onChange(failures);
  }

  async function rest(): Promise<void> {
    if (isDue || isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause(failures));
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function wake() {
    isDue = true;
    endRest();
  }

  return {
    isReached: () => failures === 0,
    isStopped: () => isStopped,
    wake,
    stop() {
      isStopped = true;
      endRest();
    },
    async once(ask) {
      await attempt(ask);
      while (failures > 0 && !isStopped) {
        await rest();
        await attempt(ask);
      }
    },
    async forever(ask) {
      while (!isStopped) {
        await rest();
        if (!isStopped) await attempt(ask);
      }
    },
  };
}
