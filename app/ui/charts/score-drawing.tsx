import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../format.ts';
import { useLocale } from '../locale.tsx';
import { AXIS, MARGIN, nameAbove, nameBelow, TICK, Tip } from './chart-style.tsx';

export interface ScorePoint {
  readonly score: string;
  readonly people: number;
  /** The figures in words, for the pointer. */
  readonly tip: readonly string[];
}

/** A bar for each score. */
export function ScoreDrawing({
  points,
  words,
}: {
  points: readonly ScorePoint[];
  words: { people: string; score: string };
}) {
  const locale = useLocale();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...points]} margin={MARGIN} barCategoryGap="12%" accessibilityLayer={false}>
        <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
        <XAxis
          dataKey="score"
          tick={TICK}
          axisLine={AXIS}
          tickLine={false}
          minTickGap={6}
          label={nameBelow(words.score)}
        />
        <YAxis
          tick={TICK}
          axisLine={false}
          tickLine={false}
          width={48}
          allowDecimals={false}
          tickFormatter={(value: number) => formatNumber(value, locale)}
          label={nameAbove(words.people)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--chart-grid)', fillOpacity: 0.35 }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as ScorePoint | undefined;
            return active && point ? <Tip title={`${words.score} ${point.score}`} lines={point.tip} /> : null;
          }}
        />
        <Bar dataKey="people" fill="var(--chart-1)" maxBarSize={44} radius={[3, 3, 0, 0]} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}
