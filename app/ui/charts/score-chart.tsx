import { lazy } from 'react';
import { ChartFrame, NoDrawing } from './chart-frame.tsx';
import type { ScoreMark, ScorePoint } from './score-drawing.tsx';

// why lazy: the library that draws weighs more than all the rest of the page, and the table does without it.
const Drawing = lazy(() =>
  import('./score-drawing.tsx').then(
    ({ ScoreDrawing }) => ({ default: ScoreDrawing }),
    () => ({ default: NoDrawing as never }),
  ),
);

interface ScoreChartProps {
  readonly points: readonly ScorePoint[];
  readonly marks?: readonly ScoreMark[];
  readonly words: { readonly people: string; readonly score: string; readonly key: string };
}

/** People by score. A table with the same numbers must stand beside it. */
export function ScoreChart({ points, marks = [], words }: ScoreChartProps) {
  return (
    <ChartFrame keys={[{ name: words.key, look: 'bar' }]}>
      <Drawing points={points} marks={marks} words={words} />
    </ChartFrame>
  );
}
