import { lazy } from 'react';
import { ChartFrame, NoDrawing } from './chart-frame.tsx';
import type { HeatDrawingProps } from './heat-drawing.tsx';

// why lazy: the library that draws weighs more than all the rest of the page, and the table does without it.
const Drawing = lazy(() =>
  import('./heat-drawing.tsx').then(
    ({ HeatDrawing }) => ({ default: HeatDrawing }),
    () => ({ default: NoDrawing as never }),
  ),
);

const FEW = 8;

/** How much began in which hour of which day, from light to dark. A table with the same numbers must stand beside it. */
export function HeatChart(props: HeatDrawingProps) {
  return (
    <ChartFrame keys={[]} size={props.rows.length <= FEW ? 'high' : 'highest'}>
      <Drawing {...props} />
    </ChartFrame>
  );
}
