import { lazy } from 'react';
import { ChartFrame, NoDrawing } from './chart-frame.tsx';
import type { RateDrawingProps } from './rate-drawing.tsx';

// why lazy: the library that draws weighs more than all the rest of the page, and the table does without it.
const Drawing = lazy(() =>
  import('./rate-drawing.tsx').then(
    ({ RateDrawing }) => ({ default: RateDrawing }),
    () => ({ default: NoDrawing as never }),
  ),
);

/** The rate so far, day by day, and the target that it is to reach. A table with the same numbers must stand beside it. */
export function RateChart(props: RateDrawingProps) {
  return (
    <ChartFrame keys={[]}>
      <Drawing {...props} />
    </ChartFrame>
  );
}
