/** How axes and their names look in every chart. */
export const TICK = { fill: 'var(--ink-2)', fontSize: 13 } as const;
export const AXIS = { stroke: 'var(--line-strong)' } as const;
export const MARGIN = { top: 28, right: 8, bottom: 24, left: 0 } as const;

/** The name of a vertical axis, lying above it, as it reads on a phone. */
export const nameAbove = (value: string) =>
  ({ value, position: 'top', offset: 12, fill: 'var(--ink-2)', fontSize: 13 }) as const;

/** The name of a horizontal axis. */
export const nameBelow = (value: string) =>
  ({ value, position: 'insideBottom', offset: -14, fill: 'var(--ink-2)', fontSize: 13 }) as const;

/** Five marks from 0 in steps that people count in, the last one above the highest figure. */
export function percentTicks(highest: number): number[] {
  const least = Math.max(highest, 0.04) / 4;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 2.5, 5].find((each) => each * power >= least) ?? 10) * power;
  return [0, 1, 2, 3, 4].map((count) => Math.round(count * step * 1e4) / 1e4);
}

interface TipProps {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The figures under the pointer. */
export function Tip({ title, lines }: TipProps) {
  return (
    <div className="chart__tip">
      <strong>{title}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
