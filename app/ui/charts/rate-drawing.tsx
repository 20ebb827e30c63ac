import {
  Area,
  CartesianGrid,
  ComposedChart,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '../format.ts';
import { useLocale } from '../locale.tsx';
import { AXIS, MARGIN, nameAbove, nameBelow, percentTicks, TICK, Tip } from './chart-style.tsx';

export interface RatePoint {
  /** "23/11" */
  readonly day: string;
  /** Percent so far; null on days to come. */
  readonly percent: number | null;
  /** What stands at the end of the line: on the last day only. */
  readonly label: string;
  /** The figures in words, for the pointer. */
  readonly tip: readonly string[];
}

export interface RateDrawingProps {
  readonly points: readonly RatePoint[];
  readonly target: { readonly percent: number; readonly label: string } | undefined;
  readonly words: { readonly day: string; readonly rate: string };
}

/** A line that climbs to the last day, with its figure at the end, and a broken line for the target. */
export function RateDrawing({ points, target, words }: RateDrawingProps) {
  const locale = useLocale();
  const ticks = percentTicks(Math.max(target?.percent ?? 0, ...points.map((point) => point.percent ?? 0)) * 1.08);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={[...points]} margin={{ ...MARGIN, right: 28 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
        <XAxis
          dataKey="day"
          tick={TICK}
          axisLine={AXIS}
          tickLine={false}
          minTickGap={12}
          label={nameBelow(words.day)}
        />
        <YAxis
          tick={TICK}
          axisLine={false}
          tickLine={false}
          width={48}
          domain={[0, ticks.at(-1) ?? 100]}
          ticks={ticks}
          tickFormatter={(value: number) => formatNumber(value, locale, 3)}
          label={nameAbove(words.rate)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as RatePoint | undefined;
            return active && point ? <Tip title={point.day} lines={point.tip} /> : null;
          }}
        />
        {target && (
          <ReferenceLine
            y={target.percent}
            stroke="var(--chart-2)"
            strokeWidth={2.5}
            strokeDasharray="8 5"
            label={{
              value: target.label,
              position: 'insideBottomLeft',
              fill: 'var(--ink)',
              fontSize: 13,
              fontWeight: 650,
            }}
          />
        )}
        <Area
          dataKey="percent"
          type="linear"
          stroke="var(--chart-1)"
          strokeWidth={3}
          fill="var(--chart-1)"
          fillOpacity={0.12}
          dot={points.length <= 31 && { r: 3.5, fill: 'var(--surface)', fillOpacity: 1, strokeWidth: 2 }}
          activeDot={false}
          isAnimationActive={false}
        >
          <LabelList dataKey="label" position="top" offset={10} fill="var(--ink)" fontSize={15} fontWeight={700} />
        </Area>
      </ComposedChart>
    </ResponsiveContainer>
  );
}
