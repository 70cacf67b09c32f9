/** Compares without telling by its time where the first difference is. */
export function sameBytes(given: Uint8Array, expected: Uint8Array): boolean {
  let difference = given.length ^ expected.length;
  for (const [index, byte] of expected.entries()) difference |= byte ^ (given[index] ?? 0);
  return difference === 0;
}

export function sameText(given: string, expected: string): boolean {
  const encoder = new TextEncoder();
  return sameBytes(encoder.encode(given), encoder.encode(expected));
}
