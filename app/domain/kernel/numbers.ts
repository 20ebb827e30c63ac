/** Rounds a mark to five decimals, halves away from zero, so that sums of thirds compare equal on every engine. */
export function roundMark(mark: number): number {
  const scaled = Math.round(Math.abs(mark) * 1e5 + 1e-9) / 1e5;
  return mark < 0 ? -scaled || 0 : scaled;
}

/** The arithmetic mean, or undefined for nothing. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** part / whole, or undefined when there is no whole: a rate without a denominator is unknown, not zero. */
export function rate(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}
