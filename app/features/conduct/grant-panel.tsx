import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { useText } from '#app/ui/locale.tsx';
import { MinutesField, ReasonField, RoundField, type RoundChoice } from './act-fields.tsx';
import { ActForm } from './act-form.tsx';
import type { RoundChange } from './preview-act.server.ts';
import { useChangeWords } from './use-change-words.ts';

/** What the page's action may have answered: who was meant, and what confirming would change. */
interface GrantAnswer {
  readonly people?: readonly { readonly fullName: string; readonly unitName: string }[] | undefined;
  readonly unit?: { readonly name: string } | undefined;
  readonly changes?: readonly RoundChange[];
  readonly key?: string;
  readonly at?: Instant;
}

interface GrantPanelProps {
  readonly contest: { readonly slug: string };
  readonly rounds: readonly RoundChoice[];
  readonly chosen: string | undefined;
  readonly whom: 'person' | 'unit';
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Record<string, string> | undefined;
  readonly answer: GrantAnswer | undefined;
  /** The choosers of a person and of a unit, which other rooms draw. */
  readonly children: ReactNode;
}

/** The form that gives extra time, for a person or for a unit. */
export function GrantPanel({ contest, rounds, chosen, whom, values, faults, answer, children }: GrantPanelProps) {
  const t = useText(conductActsText);
  const wordsOf = useChangeWords();
  if (rounds.length === 0) return <p className="notice">{t.noRound}</p>;
  const [person] = answer?.people ?? [];
  const target =
    whom === 'person'
      ? person && t.whom(person.fullName, person.unitName)
      : answer?.unit && t.whomUnit(answer.unit.name);
  const { changes, key, at } = answer ?? {};
  const confirming =
    changes && key !== undefined && at !== undefined && target !== undefined && !faults
      ? { words: [target, ...wordsOf('other', changes, at)], fields: { ...values, key } }
      : undefined;
  const here = paths.conductAct(contest.slug, 'extra-time');
  const number = rounds.find(({ id }) => id === (values['roundId'] ?? chosen))?.number ?? '';
  return (
    <>
      <nav className="tabs no-print" aria-label={t.whoWhom}>
        {(['person', 'unit'] as const).map((each) => (
          <Link key={each} to={`${here}?round=${number}&whom=${each}`} aria-current={each === whom}>
            {each === 'person' ? t.forPerson : t.forUnit}
          </Link>
        ))}
      </nav>
      <ActForm key={whom} act="grant" faults={faults} confirming={confirming} back={paths.conduct(contest.slug)}>
        <input type="hidden" name="whom" value={whom} />
        {children}
        <RoundField rounds={rounds} chosen={values['roundId'] ?? chosen} fault={faults?.['roundId']} hasRest />
        <MinutesField
          value={values['minutes']}
          fault={faults?.['minutes']}
          label={t.minutesGrant}
          hint={t.minutesGrantHint}
        />
        <ReasonField value={values['reason']} fault={faults?.['reason']} />
      </ActForm>
    </>
  );
}
