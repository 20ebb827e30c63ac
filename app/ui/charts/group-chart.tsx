import { lazy } from 'react';
import { ChartFrame, NoDrawing } from './chart-frame.tsx';
import type { GroupPoint } from './group-drawing.tsx';

// why lazy: the library that draws weighs more than all the rest of the page, and the table does without it.
const Drawing = lazy(() =>
  import('./group-drawing.tsx').then(
    ({ GroupDrawing }) => ({ default: GroupDrawing }),
    () => ({ default: NoDrawing as never }),
  ),
);

interface GroupChartProps {
  readonly points: readonly GroupPoint[];
  readonly words: { readonly share: string; readonly groups: readonly [string, string, string] };
}

/** Shares of three groups for each of a few answers. A table with the same numbers must stand beside it. */
export function GroupChart({ points, words }: GroupChartProps) {
  return (
    <div className="group-chart">
      <p className="group-chart__keys" aria-hidden="true">
        {words.groups.map((name, index) => (
          <span className={`group-chart__key group-chart__key--${index + 1}`} key={name}>
            {name}
          </span>
        ))}
      </p>
      <ChartFrame keys={[]}>
        <Drawing points={points} words={words} />
      </ChartFrame>
    </div>
  );
}
