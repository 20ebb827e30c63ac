import { lazy } from 'react';
import { ChartFrame, NoDrawing } from './chart-frame.tsx';
import type { ScatterPoint } from './scatter-drawing.tsx';

// why lazy: the library that draws weighs more than all the rest of the page, and the table does without it.
const Drawing = lazy(() =>
  import('./scatter-drawing.tsx').then(
    ({ ScatterDrawing }) => ({ default: ScatterDrawing }),
    () => ({ default: NoDrawing as never }),
  ),
);

interface ScatterChartProps {
  readonly points: readonly ScatterPoint[];
  readonly words: { readonly x: string; readonly y: string; readonly plain: string; readonly marked: string };
}

/** Things by two percentages, those to look at drawn otherwise. A table with the same numbers must stand beside it. */
export function ScatterChart({ points, words }: ScatterChartProps) {
  return (
    <ChartFrame
      keys={[
        { name: words.plain, look: 'bar' },
        { name: words.marked, look: 'line' },
      ]}
    >
      <Drawing points={points} words={words} />
    </ChartFrame>
  );
}
