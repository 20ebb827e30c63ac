import { Form } from '@remix-run/react';
import { rostersImportText } from '#app/text/rosters-import.ts';
import { useText } from '#app/ui/locale.tsx';
import type { ReviewRow } from './review-roster.server.ts';

/** One person of the roster with the accounts that it may be, to choose from. */
export function ReviewCard({ row, fault }: { row: ReviewRow; fault: string | undefined }) {
  const t = useText(rostersImportText);
  const id = `person-${row.id}`;
  return (
    <Form method="post" className="panel review-card" aria-labelledby={id}>
      <input type="hidden" name="personId" value={row.id} />
      <div>
        <p className="small quiet">
          {t.inList} · {row.number}
        </p>
        <h2 className="review-card__name" id={id} lang="vi">
          {row.fullName}
        </h2>
        <p>
          {row.birthYear === undefined ? t.bornUnknown : t.born(String(row.birthYear))}
          {row.position !== '' && (
            <>
              {' · '}
              <span lang="vi">{row.position}</span>
            </>
          )}
        </p>
      </div>
      <div className="stack-s">
        <fieldset>
          <legend className="field__label">{t.candidates}</legend>
          {fault !== undefined && (
            <span className="field__fault" role="alert">
              {fault}
            </span>
          )}
          {row.candidates.map((candidate) => (
            <label className="choice" key={candidate.accountId}>
              <input type="radio" name="choice" value={candidate.accountId} />
              <span>
                <span lang="vi">{candidate.fullName}</span>
                <span className="field__hint">
                  {t.born(String(candidate.birthYear))} · <span lang="vi">{candidate.unitName}</span>
                </span>
              </span>
            </label>
          ))}
          <label className="choice">
            <input type="radio" name="choice" value="none" />
            <span>{t.noneOfThem}</span>
          </label>
        </fieldset>
        <div>
          <button className="button" aria-label={t.decideOf(row.fullName)}>
            {t.decide}
          </button>
        </div>
      </div>
    </Form>
  );
}
