import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';
import { InteractionIcon } from './interaction-icon.tsx';
import type { BankRow } from './list-bank.server.ts';
import { useBankWords, type BankNames } from './use-bank-words.ts';

const BADGES = {
  draft: 'badge--quiet',
  review: 'badge--gold',
  published: 'badge--good',
  retired: 'badge--quiet',
} as const;

/** One item of the list: what it asks, where it belongs, how far it is, and who did what last. */
export function BankItem({ row, names }: { readonly row: BankRow; readonly names: BankNames }) {
  const { t, nameOf } = useBankWords(names);
  const prompt = row.prompt === '' ? t.noPrompt : row.prompt;
  const open = row.work === 'review' ? paths.reviewItem : paths.manageItem;
  return (
    <li className="bank-row" data-id={row.id}>
      <label className="bank-row__pick">
        <input type="checkbox" name="id" value={row.id} aria-label={t.choose(prompt)} />
      </label>
      <div className="bank-row__words">
        <Link className="bank-row__prompt" to={open(row.id)} lang="vi">
          {prompt}
        </Link>
        <p className="bank-row__place small quiet">
          <span className="bank-row__kind">
            <InteractionIcon of={row.interaction} /> {t.interaction[row.interaction]}
          </span>
          <span>{t.difficulty[row.difficulty]}</span>
          <span lang="vi">{nameOf('topic', row.topicSlug)}</span>
          <span lang="vi">{nameOf('lesson', `${row.topicSlug}/${row.lessonSlug}`)}</span>
          <span className="number">{row.id}</span>
        </p>
      </div>
      <div className="bank-row__state">
        <Badges row={row} names={names} />
        <LastAct row={row} names={names} />
      </div>
    </li>
  );
}

function Badges({ row, names }: { readonly row: BankRow; readonly names: BankNames }) {
  const { t, number } = useBankWords(names);
  const { status, work, contested, checked } = row;
  return (
    <p className="bank-row__badges">
      <span className={`badge ${BADGES[status]}`}>{t.status[status]}</span>
      {status === 'published' && work !== 'none' && <span className="badge badge--gold">{t.revising[work]}</span>}
      {contested && <span className="badge badge--bad">{t.isContested}</span>}
      {checked && checked.errors > 0 && <span className="badge badge--bad">{t.errors(number(checked.errors))}</span>}
      {checked && checked.warnings > 0 && (
        <span className="badge badge--gold">{t.warnings(number(checked.warnings))}</span>
      )}
      {checked && !checked.hasSource && <span className="badge badge--bad">{t.noSource}</span>}
    </p>
  );
}

function LastAct({ row, names }: { readonly row: BankRow; readonly names: BankNames }) {
  const { t, personOf, actOf } = useBankWords(names);
  const { lastAct, updatedAt } = row;
  return (
    <p className="small quiet number">
      {lastAct
        ? t.lastAct(personOf(lastAct.actorId), actOf(lastAct.kind), formatDate(lastAct.at))
        : t.updated(formatDate(updatedAt))}
    </p>
  );
}
