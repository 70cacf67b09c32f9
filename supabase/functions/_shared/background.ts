declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void } | undefined;

/** Lets work go on after the answer: the hosted runtime would otherwise end with the response. */
export function inBackground(name: string, work: Promise<unknown>): void {
  const watched = work.catch((error) => console.error(`${name}: ${error}`));
  if (typeof EdgeRuntime !== "undefined") EdgeRuntime.waitUntil(watched);
}
