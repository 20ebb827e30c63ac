import { lazy } from 'react';
import { ChartFrame, NoDrawing } from './chart-frame.tsx';
import type { DayPoint } from './day-drawing.tsx';

// why lazy: the library that draws weighs more than all the rest of the page, and the table does without it.
const Drawing = lazy(() =>
  import('./day-drawing.tsx').then(
    ({ DayDrawing }) => ({ default: DayDrawing }),
    () => ({ default: NoDrawing as never }),
  ),
);

interface DayChartProps {
  readonly points: readonly DayPoint[];
  readonly words: {
    readonly people: string;
    readonly day: string;
    readonly peopleOfDay: string;
    readonly totalRate: string;
  };
}

/** People day by day, with the rate so far. A table with the same numbers must stand beside it. */
export function DayChart({ points, words }: DayChartProps) {
  const hasRate = points.some((point) => point.percent !== null);
  return (
    <ChartFrame
      keys={[
        { name: words.peopleOfDay, look: 'bar' },
        ...(hasRate ? [{ name: words.totalRate, look: 'line' as const }] : []),
      ]}
    >
      <Drawing points={points} words={words} />
    </ChartFrame>
  );
}
