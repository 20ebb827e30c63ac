import {
  Bar,
  BarChart,
  Cell,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  useChartWidth,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS, TICK, Tip } from './chart-style.tsx';

export interface RankedPoint {
  readonly name: string;
  /** The length of the bar. */
  readonly value: number;
  /** The figure as it is written: "37,2 %". */
  readonly label: string;
  /** Drawn in the other color: the one that the page is about. */
  readonly isMarked: boolean;
  /** The figures in words, for the pointer. */
  readonly tip: readonly string[];
}

export interface RankedDrawingProps {
  readonly points: readonly RankedPoint[];
  readonly mark: { readonly value: number; readonly label: string } | undefined;
}

const WIDEST_NAME = 190;
const NARROW = 480;
const LETTER = 7.6;

interface NameProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value: string };
  readonly room: number;
}

/** The name of a bar, cut where it would run out of its room: the table beside has it whole. */
function Name({ x, y, payload, room }: NameProps) {
  const text = payload?.value ?? '';
  const most = Math.floor(room / LETTER);
  return (
    <text x={x} y={y} dy={4} textAnchor="end" fill="var(--ink)" fontSize={TICK.fontSize}>
      {text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text}
    </text>
  );
}

function Names() {
  const width = useChartWidth() ?? 0;
  const room = width < NARROW ? width * 0.38 : WIDEST_NAME;
  return (
    <YAxis
      type="category"
      dataKey="name"
      width={room}
      interval={0}
      axisLine={AXIS}
      tickLine={false}
      tick={<Name room={room - 10} />}
    />
  );
}

/** Bars from the left, each with its figure at the end. */
export function RankedDrawing({ points, mark }: RankedDrawingProps) {
  const highest = Math.max(mark?.value ?? 0, 1e-9, ...points.map((point) => point.value));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        layout="vertical"
        data={[...points]}
        margin={{ top: mark ? 22 : 4, right: 64, bottom: 4, left: 0 }}
        barCategoryGap="22%"
        accessibilityLayer={false}
      >
        <XAxis type="number" domain={[0, highest]} hide />
        <Names />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--chart-grid)', fillOpacity: 0.35 }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as RankedPoint | undefined;
            return active && point ? <Tip title={point.name} lines={point.tip} /> : null;
          }}
        />
        <Bar dataKey="value" maxBarSize={30} radius={[0, 3, 3, 0]} isAnimationActive={false}>
          {points.map((point) => (
            <Cell key={point.name} fill={point.isMarked ? 'var(--chart-2)' : 'var(--chart-1)'} />
          ))}
          <LabelList dataKey="label" position="right" fill="var(--ink)" fontSize={13} fontWeight={650} />
        </Bar>
        {mark && (
          <ReferenceLine
            x={mark.value}
            stroke="var(--ink)"
            strokeWidth={2}
            strokeDasharray="6 4"
            label={{ value: mark.label, position: 'top', fill: 'var(--ink)', fontSize: 13 }}
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}
