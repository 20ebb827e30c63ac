import { analysisMethodText } from '#app/text/analysis-method.ts';
import { useText } from '#app/ui/locale.tsx';

/** Every figure with its definition and formula. */
export function MethodList() {
  const t = useText(analysisMethodText);
  const entries = [
    [t.facility, t.facilityIs, 'F = mean(x) / max(x)'],
    [t.sd, t.sdIs, 's² = Σ(x − mean x)² / (n − 1)'],
    [t.discrimination, t.discriminationIs, 'DI = 100 · cov(x, T − x) / (s(x) · s(T − x))'],
    [t.efficiency, t.efficiencyIs, 'DE = 100 · cov(x, T − x) / cov(sorted x, sorted (T − x))'],
    [t.weights, t.weightsIs, 'EW = 100 · √cov(x, T) / Σ √cov(xᵢ, T)'],
    [t.groups, t.groupsIs, ''],
    [t.distractors, t.distractorsIs, ''],
    [t.guess, t.guessIs, ''],
    [t.time, t.timeIs, ''],
    [
      t.alpha,
      t.alphaIs,
      'CIC = 100 · p/(p − 1) · (1 − Σ s²(xᵢ) / s²(T));  ER = 100 · √(1 − CIC/100);  SE = ER · s(T) / 100',
    ],
    [t.shape, t.shapeIs, 'k₃ / k₂^(3/2);  k₄ / k₂²'],
    [t.few, t.fewIs, ''],
    [t.sources, t.sourcesIs, ''],
  ] as const;
  return (
    <dl className="method">
      {entries.map(([name, is, formula]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {is}
            {formula !== '' && <code className="formula">{formula}</code>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
