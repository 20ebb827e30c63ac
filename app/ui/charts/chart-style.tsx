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
