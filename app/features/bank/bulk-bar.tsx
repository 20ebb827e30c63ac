import { bankBulkText } from '#app/text/bank-bulk.ts';
import { bankText } from '#app/text/bank.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { DIFFICULTIES } from '#app/domain/items/item.ts';
import type { BankNames } from './use-bank-words.ts';

const GROUPS = [
  ['submit', 'publish', 'retire', 'restore'],
  ['move', 'difficulty', 'addTag', 'removeTag', 'contest', 'uncontest'],
  ['delete'],
] as const;

interface BarProps {
  readonly found: number;
  readonly chosen: number;
  readonly names: BankNames;
  readonly fault: string | undefined;
}

/** What to do with the chosen items. Fields that an act does not need are hidden by the stylesheet, so that it needs no scripts. */
export function BulkBar({ found, chosen, names, fault }: BarProps) {
  const t = useText(bankBulkText);
  const locale = useLocale();
  const hasScripts = useHasScripts();
  return (
    <section className="bulk no-print" aria-labelledby="bulk" data-chosen={hasScripts ? chosen : undefined}>
      <h2 className="bulk__title" id="bulk">
        {t.bulk.title}
      </h2>
      <p className="bulk__count number" role="status">
        {hasScripts && chosen > 0 ? t.bulk.chosen(formatNumber(chosen, locale)) : t.bulk.chooseHint}
      </p>
      {fault && (
        <p className="field__fault" id="bulk-fault" role="alert">
          {fault}
        </p>
      )}
      <label className="tick bulk__all">
        <input type="checkbox" name="scope" value="all" />
        <span>{t.bulk.all(formatNumber(found, locale))}</span>
      </label>
      <div className="bulk__fields">
        <div className="field">
          <label className="field__label" htmlFor="act">
            {t.bulk.act}
          </label>
          <select
            className="input"
            id="act"
            name="act"
            defaultValue=""
            aria-describedby={fault ? 'bulk-fault' : undefined}
          >
            <option value="">{t.bulk.pick}</option>
            {GROUPS.map((group) => (
              <optgroup key={group[0]} label="—">
                {group.map((kind) => (
                  <option key={kind} value={kind}>
                    {t.bulk.kinds[kind]}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <ActFields names={names} />
        <button className="button" name="intent" value="preview">
          {t.bulk.preview}
        </button>
      </div>
    </section>
  );
}

function ActFields({ names }: { readonly names: BankNames }) {
  const t = useText(bankBulkText);
  const words = useText(bankText);
  return (
    <>
      <div className="field bulk__lesson">
        <label className="field__label" htmlFor="new-lesson">
          {t.bulk.toLesson}
        </label>
        <select className="input" id="new-lesson" name="lesson" defaultValue="">
          <option value="">{t.bulk.pick}</option>
          {Object.entries(names.topics).map(([topic, title]) => (
            <optgroup key={topic} label={title}>
              {Object.entries(names.lessons)
                .filter(([lesson]) => lesson.startsWith(`${topic}/`))
                .map(([lesson, name]) => (
                  <option key={lesson} value={lesson} lang="vi">
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field bulk__difficulty">
        <label className="field__label" htmlFor="new-difficulty">
          {t.bulk.newDifficulty}
        </label>
        <select className="input" id="new-difficulty" name="difficulty" defaultValue="">
          <option value="">{t.bulk.pick}</option>
          {DIFFICULTIES.map((difficulty) => (
            <option key={difficulty} value={difficulty}>
              {words.difficulty[difficulty]}
            </option>
          ))}
        </select>
      </div>
      <div className="field bulk__tag">
        <label className="field__label" htmlFor="new-tag">
          {t.bulk.tag}
        </label>
        <input className="input" id="new-tag" name="tag" maxLength={60} placeholder="pac-bo" title={t.bulk.tagHint} />
      </div>
    </>
  );
}
