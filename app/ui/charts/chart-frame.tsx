import { Suspense, type ReactNode } from 'react';
import { useHasScripts } from '../use-has-scripts.ts';

/** What a color or a line of the chart stands for. */
interface Key {
  readonly name: string;
  readonly look: 'bar' | 'line';
}

/**
 * The place of a chart. The server sends it empty but as high as it will be, so nothing jumps; the drawing comes afterwards.
 * Screen readers skip it: the same numbers stand in a table beside every chart.
 */
export function ChartFrame({ keys, children }: { keys: readonly Key[]; children: ReactNode }) {
  const isBrowser = useHasScripts();
  return (
    <div className="chart" aria-hidden="true">
      <p className="chart__keys">
        {keys.map(({ name, look }) => (
          <span className={`chart__key chart__key--${look}`} key={name}>
            {name}
          </span>
        ))}
      </p>
      <div className="chart__plot">{isBrowser && <Suspense fallback={null}>{children}</Suspense>}</div>
    </div>
  );
}

/** What stands for a drawing whose script did not arrive: nothing, as the table says it all. */
export const NoDrawing = () => null;
