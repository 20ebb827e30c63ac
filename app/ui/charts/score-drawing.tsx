import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../format.ts';
import { useLocale } from '../locale.tsx';
import { AXIS, MARGIN, nameAbove, nameBelow, TICK, Tip } from './chart-style.tsx';

export interface ScorePoint {
  readonly score: string;
  readonly people: number;
  /** The figures in words, for the pointer. */
  readonly tip: readonly string[];
}

/** A line over the bars: a mean, a median. */
export interface ScoreMark {
  /** The bar that it stands on. */
  readonly score: string;
  readonly label: string;
}

/** A bar for each score. */
export function ScoreDrawing({
  points,
  marks = [],
  words,
}: {
  points: readonly ScorePoint[];
  marks?: readonly ScoreMark[];
  words: { people: string; score: string };
}) {
  const locale = useLocale();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...points]}
        margin={{ ...MARGIN, top: MARGIN.top + 14 * Math.max(0, marks.length - 1) }}
        barCategoryGap="12%"
        accessibilityLayer={false}
      >
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
        {marks.map(({ score, label }, index) => (
          <ReferenceLine
            key={label}
            x={score}
            stroke="var(--chart-2)"
            strokeWidth={2.5}
            strokeDasharray={index === 0 ? '8 5' : '2 4'}
            label={{ value: label, position: 'top', dy: index * -14, fill: 'var(--ink)', fontSize: 13 }}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
