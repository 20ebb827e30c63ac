import { Form, useNavigation } from '@remix-run/react';
import type { CorrectionKind } from '#app/domain/scoring/correction.ts';
import type { ScoreComparison } from '#app/domain/scoring/compare-scores.ts';
import { keysPreviewText } from '#app/text/keys-preview.ts';
import { keysText } from '#app/text/keys.ts';
import { useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { ValueBar } from '#app/ui/rate-bar.tsx';
import { SafeHtml } from '#app/ui/safe-html.tsx';
import { BoardChangeView, type NamedBoard } from './board-change-view.tsx';
import type { KeyItem } from '../get-key-item.server.ts';
import type { KeyFormValues } from './key-form.tsx';
import { useKeyWords } from './use-key-words.ts';

/** A person whose attempt changes much, by the name that the viewer may see. */
export interface NamedChange {
  readonly name: string;
  readonly unit: string;
  readonly round: string;
  readonly before: { readonly score: number; readonly maxScore: number };
  readonly after: { readonly score: number; readonly maxScore: number };
}

/** What a correction would change, as the page shows it. */
export interface PreviewView {
  readonly kind: CorrectionKind;
  readonly accepted: readonly (readonly string[])[];
  readonly comparison: ScoreComparison;
  readonly boards: readonly NamedBoard[];
  readonly examples: readonly NamedChange[];
  readonly isSettled: boolean;
  readonly isMasked: boolean;
}

/** Numbers first, then boards, then people. */
export function CorrectionPreviewView({ item, view }: { item: KeyItem; view: PreviewView }) {
  const t = useText(keysText);
  const p = useText(keysPreviewText);
  const { number, correction } = useKeyWords();
  const { kind, accepted, comparison, boards, examples } = view;
  return (
    <div className="stack-l">
      <section className="panel stack-s" aria-labelledby="will-do">
        <h2 id="will-do">{p.willDo}</h2>
        <SafeHtml html={item.promptHtml} />
        <p lang="vi">
          <strong>{correction(kind, accepted, item.options)}</strong>
        </p>
        <p className="small quiet">{t.kindHints[kind]}</p>
      </section>
      {view.isSettled && <p className="notice notice--warn">{p.settledWarning}</p>}
      <section className="stack" aria-labelledby="numbers">
        <h2 id="numbers">{p.numbers}</h2>
        <dl className="figures figures--short">
          <Figure name={p.haveItem}>{number(comparison.attempts)}</Figure>
          <Figure name={p.change}>{number(comparison.changed)}</Figure>
          <Figure name={p.up}>{number(comparison.up)}</Figure>
          <Figure name={p.down}>{number(comparison.down)}</Figure>
          <Figure name={p.becomeAllRight}>{number(comparison.becomeAllRight)}</Figure>
          <Figure name={p.loseAllRight}>{number(comparison.loseAllRight)}</Figure>
        </dl>
        {comparison.changed === 0 ? (
          <p className="notice">{p.noneChange}</p>
        ) : (
          <Differences comparison={comparison} isScaled={kind === 'void'} />
        )}
      </section>
      {boards.length > 0 && (
        <section className="stack" aria-labelledby="boards">
          <h2 id="boards">{p.boards}</h2>
          {view.isMasked && <p className="small quiet">{p.masked}</p>}
          {boards.map((board) => (
            <BoardChangeView key={board.scopeId} board={board} />
          ))}
        </section>
      )}
      {examples.length > 0 && <Examples examples={examples} />}
    </div>
  );
}

function Differences({ comparison, isScaled }: { comparison: ScoreComparison; isScaled: boolean }) {
  const t = useText(keysText);
  const p = useText(keysPreviewText);
  const { number, percent, change } = useKeyWords();
  return (
    <>
      <div className="table-scroll" role="region" aria-label={p.differencesCaption} tabIndex={0}>
        <table className="table">
          <caption>{p.differencesCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{p.difference}</th>
              <th scope="col" className="is-number">
                {t.attempts}
              </th>
              <th scope="col">{t.share}</th>
            </tr>
          </thead>
          <tbody>
            {comparison.differences.map(({ by, attempts }) => (
              <tr key={by}>
                <th scope="row" className={`keys-change ${by > 0 ? 'keys-up' : by < 0 ? 'keys-down' : ''}`}>
                  {change(by)}
                </th>
                <td className="is-number">{number(attempts)}</td>
                <td className="number">
                  <ValueBar share={attempts / comparison.attempts}>{percent(attempts / comparison.attempts)}</ValueBar>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isScaled && <p className="small quiet">{p.scaled}</p>}
    </>
  );
}

function Examples({ examples }: { examples: readonly NamedChange[] }) {
  const p = useText(keysPreviewText);
  const { number } = useKeyWords();
  const scoreOf = ({ score, maxScore }: NamedChange['before']): string => `${number(score)}/${number(maxScore)}`;
  return (
    <section className="stack" aria-labelledby="examples">
      <h2 id="examples">{p.examples}</h2>
      <div className="table-scroll" role="region" aria-label={p.examplesCaption} tabIndex={0}>
        <table className="table">
          <caption>{p.examplesCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{p.person}</th>
              <th scope="col">{p.round}</th>
              <th scope="col" className="is-number">
                {p.scoreBefore}
              </th>
              <th scope="col" className="is-number">
                {p.scoreAfter}
              </th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ name, unit, round, before, after }, index) => (
              // why the place: one person may have several attempts with the same scores.
              <tr key={`${index}-${name}`}>
                <th scope="row" lang="vi">
                  {name}
                  <span className="field__hint">{unit}</span>
                </th>
                <td lang="vi">{round}</td>
                <td className="is-number">{scoreOf(before)}</td>
                <td className="is-number">{scoreOf(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ConfirmProps {
  readonly action: string;
  readonly values: KeyFormValues;
  /** How many corrections the contest had when this was looked at. */
  readonly seen: number;
  /** Stands for one sending of the form. */
  readonly sendKey: string;
}

/** Makes what was looked at, or leads back to the form as it was typed. */
export function ConfirmCorrection({ action, values, seen, sendKey }: ConfirmProps) {
  const t = useText(keysText);
  const p = useText(keysPreviewText);
  const isBusy = useNavigation().state === 'submitting';
  const { kind, options, answers, reason } = values;
  const fields = { kind, answers, reason, seen: String(seen), key: sendKey };
  return (
    <Form method="post" action={action} className="keys-confirm stack-s">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {options.map((option) => (
        <input key={option} type="hidden" name="options" value={option} />
      ))}
      <p>
        <strong>{t.reason}:</strong> <span lang="vi">{reason}</span>
      </p>
      <p className="row">
        <button className="button button--large" name="intent" value="confirm" disabled={isBusy}>
          {p.confirm}
        </button>
        <button className="button button--quiet" name="intent" value="edit" disabled={isBusy}>
          {p.edit}
        </button>
      </p>
      <p className="small quiet measure">{p.confirmHint}</p>
    </Form>
  );
}
