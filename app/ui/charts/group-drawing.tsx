import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../format.ts';
import { useLocale } from '../locale.tsx';
import { AXIS, MARGIN, nameAbove, TICK, Tip } from './chart-style.tsx';

export interface GroupPoint {
  /** "B", or "B ✓" for what is right. */
  readonly name: string;
  /** Per cent of each group. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** The figures in words, for the pointer. */
  readonly tip: readonly string[];
}

// From light to dark as from low to high: the order is seen in grey print too.
const BARS = [
  { key: 'low', fill: 'var(--group-1)' },
  { key: 'middle', fill: 'var(--group-2)' },
  { key: 'high', fill: 'var(--group-3)' },
] as const;

/** Three bars for each answer, with their numbers on them where there is room. */
export function GroupDrawing({ points, words }: { points: readonly GroupPoint[]; words: { readonly share: string } }) {
  const locale = useLocale();
  const hasRoom = points.length <= 6;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...points]} margin={MARGIN} barCategoryGap="18%" barGap={1} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
        <XAxis dataKey="name" tick={TICK} axisLine={AXIS} tickLine={false} interval={0} />
        <YAxis
          domain={[0, 100]}
          ticks={[0, 25, 50, 75, 100]}
          tick={TICK}
          axisLine={false}
          tickLine={false}
          width={40}
          label={nameAbove(words.share)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--chart-grid)', fillOpacity: 0.35 }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as GroupPoint | undefined;
            return active && point ? <Tip title={point.name} lines={point.tip} /> : null;
          }}
        />
        {BARS.map(({ key, fill }) => (
          <Bar
            key={key}
            dataKey={key}
            fill={fill}
            stroke="var(--group-line)"
            strokeWidth={1}
            maxBarSize={30}
            isAnimationActive={false}
          >
            {hasRoom && (
              <LabelList
                dataKey={key}
                position="top"
                fill="var(--ink)"
                fontSize={11}
                formatter={(value: unknown) => formatNumber(Number(value), locale)}
              />
            )}
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
