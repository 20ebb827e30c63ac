import type { TimeBar } from '#app/domain/signals/evidence.ts';
import { signalText } from '#app/text/signal.ts';
import { useText } from '#app/ui/locale.tsx';
import { useSignalWords } from './use-signal-words.ts';

const [WIDTH, HEIGHT] = [600, 120];

/** How long attempts of the round took, with the bar of one attempt darker; the numbers stand in a table under it. */
export function Bars({ bars, here }: { bars: readonly TimeBar[]; here: number }) {
  const t = useText(signalText);
  const { number } = useSignalWords();
  const highest = Math.max(1, ...bars.map(({ attempts }) => attempts));
  const width = WIDTH / Math.max(1, bars.length);
  const own = bars.findLastIndex(({ from }) => from <= here);
  return (
    <figure className="signal-figure">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="signal-drawing" aria-hidden="true" preserveAspectRatio="none">
        {bars.map(({ from, attempts }, index) => {
          const height = attempts === 0 ? 0 : Math.max(2, (attempts / highest) * HEIGHT);
          return (
            <rect
              key={from}
              className={index === own ? 'signal-drawing__own' : 'signal-drawing__bar'}
              x={index * width + 1}
              y={HEIGHT - height}
              width={Math.max(1, width - 2)}
              height={height}
            />
          );
        })}
      </svg>
      <figcaption className="small quiet">
        {t.times}. {t.timesNote}
      </figcaption>
      <details className="small">
        <summary>{t.times}</summary>
        <table className="table">
          <caption className="visually-hidden">{t.times}</caption>
          <thead>
            <tr>
              <th scope="col">{t.from}</th>
              <th scope="col">{t.attempts}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ from, attempts }, index) => (
              <tr key={from}>
                <th scope="row" className="number">
                  {number(from)}
                </th>
                <td className="number">
                  {number(attempts)}
                  {index === own && ` (${t.here})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly tone: number;
}

/** Lengths of time, one under the other; a table with the same times must stand beside it. */
export function Spans({ spans }: { spans: readonly Span[] }) {
  const start = Math.min(...spans.map(({ from }) => from));
  const length = Math.max(1, ...spans.map(({ to }) => to - start));
  const height = spans.length * 12 + 2;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} className="signal-drawing signal-drawing--spans" aria-hidden="true">
      {spans.map(({ id, from, to, tone }, index) => (
        <rect
          key={id}
          className={`signal-drawing__span signal-drawing__span--${((tone - 1) % 3) + 1}`}
          x={((from - start) / length) * WIDTH}
          y={index * 12 + 2}
          width={Math.max(3, ((to - from) / length) * WIDTH)}
          height="9"
          rx="3"
        />
      ))}
    </svg>
  );
}
