import { lazy } from 'react';
import { ChartFrame, NoDrawing } from './chart-frame.tsx';
import type { RankedDrawingProps } from './ranked-drawing.tsx';

// why lazy: the library that draws weighs more than all the rest of the page, and the table does without it.
const Drawing = lazy(() =>
  import('./ranked-drawing.tsx').then(
    ({ RankedDrawing }) => ({ default: RankedDrawing }),
    () => ({ default: NoDrawing as never }),
  ),
);

const FEW = 3;
const SOME = 10;

/** Lying bars with names and figures on them, in the order given. A table with the same numbers must stand beside it. */
export function RankedChart(props: RankedDrawingProps) {
  const { length } = props.points;
  return (
    <ChartFrame keys={[]} size={length <= FEW ? 'low' : length <= SOME ? 'high' : 'highest'}>
      <Drawing {...props} />
    </ChartFrame>
  );
}
