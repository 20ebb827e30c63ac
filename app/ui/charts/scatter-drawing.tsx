import {
  CartesianGrid,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart as Chart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '../format.ts';
import { useLocale } from '../locale.tsx';
import { AXIS, MARGIN, nameAbove, nameBelow, TICK, Tip } from './chart-style.tsx';

export interface ScatterPoint {
  readonly name: string;
  /** Per cent. */
  readonly x: number;
  readonly y: number;
  /** Drawn as a cross with its name. */
  readonly isMarked: boolean;
  /** The figures in words, for the pointer. */
  readonly tip: readonly string[];
}

const STEP = 20;

/** Dots and named crosses; the zero line parts what goes with the whole from what goes against it. */
export function ScatterDrawing({
  points,
  words,
}: {
  points: readonly ScatterPoint[];
  words: { readonly x: string; readonly y: string };
}) {
  const locale = useLocale();
  const low = Math.min(0, Math.floor(Math.min(0, ...points.map(({ y }) => y)) / STEP) * STEP);
  const high = Math.max(60, Math.ceil(Math.max(0, ...points.map(({ y }) => y)) / STEP) * STEP);
  const ticks = Array.from({ length: (high - low) / STEP + 1 }, (_, index) => low + index * STEP);
  const [plain, marked] = [points.filter((each) => !each.isMarked), points.filter((each) => each.isMarked)];
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Chart margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--chart-grid)" />
        <XAxis
          type="number"
          dataKey="x"
          domain={[0, 100]}
          ticks={[0, 20, 40, 60, 80, 100]}
          tick={TICK}
          axisLine={AXIS}
          tickLine={false}
          tickFormatter={(value: number) => formatNumber(value, locale)}
          label={nameBelow(words.x)}
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[low, high]}
          ticks={ticks}
          tick={TICK}
          axisLine={false}
          tickLine={false}
          width={48}
          tickFormatter={(value: number) => formatNumber(value, locale)}
          label={nameAbove(words.y)}
        />
        <ReferenceLine y={0} stroke="var(--line-strong)" strokeWidth={1.5} />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as ScatterPoint | undefined;
            return active && point ? <Tip title={point.name} lines={point.tip} /> : null;
          }}
        />
        <Scatter data={plain} fill="var(--chart-1)" fillOpacity={0.55} isAnimationActive={false} />
        <Scatter data={marked} fill="var(--chart-2)" shape="cross" isAnimationActive={false}>
          <LabelList dataKey="name" position="right" fill="var(--ink)" fontSize={12} />
        </Scatter>
      </Chart>
    </ResponsiveContainer>
  );
}
