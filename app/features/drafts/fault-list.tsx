import { Link } from '@remix-run/react';
import type { LockedChange } from '#app/domain/contests/locks.ts';
import { paths } from '#app/paths.ts';
import { draftLocksText } from '#app/text/drafts-locks.ts';
import { draftsText } from '#app/text/drafts.ts';
import { useText } from '#app/ui/locale.tsx';
import type { PlacedFault, RoundHead } from './get-draft.server.ts';
import { FORM_ID } from './section-form.tsx';
import { useFaultWords } from './use-fault-words.ts';

interface FaultListProps {
  readonly draftId: string;
  readonly rounds: readonly RoundHead[];
  readonly faults: readonly PlacedFault[];
}

/** The page of a fault, at its field. */
function addressOf(draftId: string, rounds: readonly RoundHead[], fault: PlacedFault): string {
  const round = fault.roundIndex === undefined ? undefined : rounds[fault.roundIndex]?.number;
  const page = paths.draftSection(draftId, fault.section, round);
  const place = fault.field === '' ? '' : `#${encodeURIComponent(`${FORM_ID}-${fault.field}`)}`;
  return `${page}${page.includes('?') ? '&' : '?'}faults${place}`;
}

function Faults({ draftId, rounds, faults, title }: FaultListProps & { readonly title: string }) {
  const words = useFaultWords(rounds);
  return (
    <>
      <h2 className="form-group__title">{title}</h2>
      <ul className="plain-list" lang="vi">
        {faults.map((fault) => (
          <li key={`${fault.section} ${fault.roundIndex} ${fault.field} ${fault.message}`}>
            <Link to={addressOf(draftId, rounds, fault)}>{words.sentenceOf(fault)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** All that keeps a draft from being published, each leading to its field. */
export function ErrorList(props: FaultListProps) {
  const t = useText(draftsText);
  const errors = props.faults.filter((fault) => fault.severity === 'error');
  if (errors.length === 0) return null;
  return (
    <section className="notice notice--bad stack-s" aria-label={t.toMend}>
      <Faults {...props} faults={errors} title={t.toMend} />
    </section>
  );
}

/** What an organizer may have meant, and should have seen. */
export function WarningList(props: FaultListProps) {
  const t = useText(draftsText);
  const warnings = props.faults.filter((fault) => fault.severity === 'warning');
  if (warnings.length === 0) return null;
  return (
    <section className="notice notice--warn stack-s" aria-label={t.toSee}>
      <Faults {...props} faults={warnings} title={t.toSee} />
    </section>
  );
}

/** Changes that are refused, each with what to do instead. */
export function LockedList({ locked }: { readonly locked: readonly LockedChange[] }) {
  const t = useText(draftsText);
  const words = useText(draftLocksText);
  if (locked.length === 0) return null;
  const rows = locked.map((change) => {
    switch (change.of) {
      case 'rule':
        return { ...words.rules[change.rule], why: words.because };
      case 'round': {
        const part = words.parts[change.part];
        return { ...part, name: words.ofRound(change.title, part.name), why: '' };
      }
      case 'addition':
        return { name: words.addition(change.title), why: '', instead: words.additionInstead };
    }
  });
  return (
    <section className="notice notice--bad stack-s" aria-label={t.publishLocked}>
      <h2 className="form-group__title">{t.publishLocked}</h2>
      <ul className="plain-list">
        {rows.map(({ name, why, instead }) => (
          <li key={name}>
            <strong>{name}.</strong> {why} {instead}
          </li>
        ))}
      </ul>
    </section>
  );
}
