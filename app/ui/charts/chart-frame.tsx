import { Suspense, type ReactNode } from 'react';
import { useHasScripts } from '../use-has-scripts.ts';

/** What a color or a line of the chart stands for. */
interface Key {
  readonly name: string;
  readonly look: 'bar' | 'line';
}

interface FrameProps {
  readonly keys: readonly Key[];
  /** Its height where the usual one does not fit; the page's own style sheet says how high. */
  readonly size?: 'low' | 'high' | 'highest';
  readonly children: ReactNode;
}

/**
 * The place of a chart. The server sends it empty but as high as it will be, so nothing jumps; the drawing comes afterwards.
 * Screen readers skip it: the same numbers stand in a table beside every chart.
 */
export function ChartFrame({ keys, size, children }: FrameProps) {
  const isBrowser = useHasScripts();
  return (
    <div className={size === undefined ? 'chart' : `chart chart--${size}`} aria-hidden="true">
      {keys.length > 0 && (
        <p className="chart__keys">
          {keys.map(({ name, look }) => (
            <span className={`chart__key chart__key--${look}`} key={name}>
              {name}
            </span>
          ))}
        </p>
      )}
      <div className="chart__plot">{isBrowser && <Suspense fallback={null}>{children}</Suspense>}</div>
    </div>
  );
}

/** What stands for a drawing whose script did not arrive: nothing, as the table says it all. */
export const NoDrawing = () => null;
