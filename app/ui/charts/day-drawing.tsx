import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../format.ts';
import { useLocale } from '../locale.tsx';
import { AXIS, MARGIN, nameAbove, nameBelow, percentTicks, TICK, Tip } from './chart-style.tsx';

export interface DayPoint {
  /** "23/11" */
  readonly day: string;
  readonly people: number;
  /** Percent so far; null without a headcount. */
  readonly percent: number | null;
  /** The figures in words, for the pointer. */
  readonly tip: readonly string[];
}

/** Bars for the people of each day, a line for the rate so far. */
export function DayDrawing({ points, words }: { points: readonly DayPoint[]; words: { people: string; day: string } }) {
  const locale = useLocale();
  const ticks = percentTicks(Math.max(...points.map((point) => point.percent ?? 0)));
  const highest = ticks.at(-1) ?? 1;
  const hasRate = points.some((point) => point.percent !== null);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={[...points]} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid yAxisId="people" stroke="var(--chart-grid)" vertical={false} />
        <XAxis
          dataKey="day"
          tick={TICK}
          axisLine={AXIS}
          tickLine={false}
          minTickGap={12}
          label={nameBelow(words.day)}
        />
        <YAxis
          yAxisId="people"
          tick={TICK}
          axisLine={false}
          tickLine={false}
          width={48}
          allowDecimals={false}
          tickFormatter={(value: number) => formatNumber(value, locale)}
          label={nameAbove(words.people)}
        />
        {hasRate && (
          <YAxis
            yAxisId="percent"
            orientation="right"
            tick={TICK}
            axisLine={false}
            tickLine={false}
            width={44}
            domain={[0, highest]}
            ticks={ticks}
            tickFormatter={(value: number) => formatNumber(value, locale, 3)}
            label={nameAbove('%')}
          />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--chart-grid)', fillOpacity: 0.35 }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as DayPoint | undefined;
            return active && point ? <Tip title={point.day} lines={point.tip} /> : null;
          }}
        />
        <Bar
          yAxisId="people"
          dataKey="people"
          fill="var(--chart-1)"
          maxBarSize={44}
          radius={[3, 3, 0, 0]}
          isAnimationActive={false}
        />
        {hasRate && (
          // A rim in the color of the ground keeps the line apart from the bars it crosses, also in grey.
          <Line
            yAxisId="percent"
            dataKey="percent"
            type="linear"
            stroke="var(--surface)"
            strokeWidth={6}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
        {hasRate && (
          <Line
            yAxisId="percent"
            dataKey="percent"
            type="linear"
            stroke="var(--chart-2)"
            strokeWidth={2.5}
            dot={{ r: 4, fill: 'var(--surface)', stroke: 'var(--chart-2)', strokeWidth: 2 }}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
