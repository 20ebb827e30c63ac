import { ResponsiveContainer, Scatter, ScatterChart, Tooltip, usePlotArea, XAxis, YAxis } from 'recharts';
import { AXIS, nameBelow, TICK, Tip } from './chart-style.tsx';

export interface HeatPoint {
  /** 0..23 */
  readonly hour: number;
  /** Place of its row, from the top. */
  readonly row: number;
  readonly count: number;
  /** What the pointer says. */
  readonly title: string;
  readonly tip: string;
}

export interface HeatDrawingProps {
  readonly points: readonly HeatPoint[];
  /** Names of the rows, from the top down. */
  readonly rows: readonly string[];
  readonly highest: number;
  readonly words: { readonly hour: string };
}

/** From light to dark in five steps that eyes tell apart, also in grey print. */
const STEPS = [0.18, 0.38, 0.58, 0.78, 1] as const;
const ROOM_FOR_NUMBER = 24;
const HOURS = 24;

/** Which of the steps a count has; undefined for nothing. */
const heatStep = (count: number, highest: number): number | undefined =>
  count <= 0 ? undefined : Math.min(STEPS.length - 1, Math.floor((count / Math.max(1, highest)) * STEPS.length - 1e-9));

interface CellProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly payload?: HeatPoint;
  readonly rows: number;
  readonly highest: number;
}

/** One hour of one day: a field as wide as the drawing allows, with its number where there is room for it. */
function HeatField({ cx = 0, cy = 0, payload, rows, highest }: CellProps) {
  const area = usePlotArea();
  if (!area || !payload) return null;
  const [width, height] = [area.width / HOURS, area.height / rows];
  const step = heatStep(payload.count, highest);
  return (
    <g>
      <rect
        x={cx - width / 2 + 0.5}
        y={cy - height / 2 + 0.5}
        width={Math.max(1, width - 1)}
        height={Math.max(1, height - 1)}
        rx={2}
        fill={step === undefined ? 'var(--surface-2)' : 'var(--chart-1)'}
        fillOpacity={step === undefined ? 1 : STEPS[step]}
      />
      {step !== undefined && width >= ROOM_FOR_NUMBER && (
        <text
          x={cx}
          y={cy + 4}
          textAnchor="middle"
          fontSize={12}
          fontWeight={650}
          fill={step >= 3 ? 'var(--surface)' : 'var(--ink)'}
        >
          {payload.count}
        </text>
      )}
    </g>
  );
}

/** Days from the top down, hours from left to right. */
export function HeatDrawing({ points, rows, highest, words }: HeatDrawingProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={{ top: 4, right: 8, bottom: 24, left: 0 }} accessibilityLayer={false}>
        <XAxis
          type="number"
          dataKey="hour"
          domain={[-0.5, 23.5]}
          ticks={[0, 3, 6, 9, 12, 15, 18, 21]}
          tick={TICK}
          axisLine={AXIS}
          tickLine={false}
          label={nameBelow(words.hour)}
        />
        <YAxis
          type="number"
          dataKey="row"
          reversed
          domain={[-0.5, rows.length - 0.5]}
          ticks={rows.map((_, index) => index)}
          interval={0}
          tickFormatter={(index: number) => rows[index] ?? ''}
          tick={TICK}
          axisLine={false}
          tickLine={false}
          width={56}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as HeatPoint | undefined;
            return active && point ? <Tip title={point.title} lines={[point.tip]} /> : null;
          }}
        />
        <Scatter
          data={[...points]}
          isAnimationActive={false}
          shape={(cell: unknown) => <HeatField {...(cell as object)} rows={rows.length} highest={highest} />}
        />
      </ScatterChart>
    </ResponsiveContainer>
  );
}
