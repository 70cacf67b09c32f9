const least = 4.5;

/** The contrast ratio of WCAG between white text and a color written as #rrggbb; null for anything else. */
export function contrastWithWhite(color: string): number | null {
  if (!/^#[0-9a-f]{6}$/.test(color)) return null;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) =>
    linear(Number.parseInt(color.slice(from, from + 2), 16) / 255),
  );
  return 1.05 / (0.05 + 0.2126 * red + 0.7152 * green + 0.0722 * blue);
}

const linear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Whether SQL takes it as accent color. */
export const isReadable = (color: string): boolean => (contrastWithWhite(color) ?? 0) >= least;
