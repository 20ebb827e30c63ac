import { Form, Link } from '@remix-run/react';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import { contestsText } from '#app/text/contests.ts';
import { dashboardText } from '#app/text/dashboard.ts';
import { participationText } from '#app/text/participation.ts';
import { useText } from '#app/ui/locale.tsx';
import type { FrameKind } from './dashboard.ts';
import { dashboardQuery, type DashboardState } from './dashboard-address.ts';
import type { DashboardLinks } from './links.ts';

/** A contest that figures can be looked at for. */
export interface ContestOption {
  readonly slug: string;
  readonly title: string;
  readonly phase: RoundPhase;
}

/** A topic whose lessons may have been read. */
export interface TopicOption {
  readonly slug: string;
  readonly title: string;
}

/** A round, or the whole contest, that figures can be looked at for. */
export interface ScopeOption {
  readonly key: string;
  /** Undefined for the whole contest. */
  readonly title: string | undefined;
}

interface ChoiceProps {
  readonly kind: FrameKind;
  readonly state: DashboardState;
  readonly links: DashboardLinks;
  readonly contests: readonly ContestOption[];
  readonly topics: readonly TopicOption[];
  readonly chosen: string;
}

/** Contest or lessons, and which of them: a form by GET, so that it works without scripts and the address says it all. */
export function FrameChoice({ kind, state, links, contests, topics, chosen }: ChoiceProps) {
  const t = useText(dashboardText);
  const firstTopic = topics[0]?.slug;
  return (
    <div className="row no-print frame-choice">
      {firstTopic !== undefined && contests.length > 0 && (
        <nav className="tabs" aria-label={t.frames}>
          <Link
            to={links.here({ topic: undefined, page: 1 })}
            preventScrollReset
            aria-current={kind === 'contest' ? 'true' : undefined}
          >
            {t.frame.contest}
          </Link>
          <Link
            to={links.here({ topic: state.topic ?? firstTopic, round: undefined, page: 1 })}
            preventScrollReset
            aria-current={kind === 'topic' ? 'true' : undefined}
          >
            {t.frame.topic}
          </Link>
        </nav>
      )}
      <OneOf kind={kind} state={state} contests={contests} topics={topics} chosen={chosen} links={links} />
    </div>
  );
}

function OneOf({ kind, state, links, contests, topics, chosen }: ChoiceProps) {
  const t = useText(dashboardText);
  const board = useText(participationText);
  const words = useText(contestsText);
  const options =
    kind === 'topic'
      ? topics.map(({ slug, title }) => ({ slug, name: title }))
      : contests.map(({ slug, title, phase }) => ({ slug, name: `${words.phase[phase]}: ${title}` }));
  if (options.length < 2) return null;
  const kept = dashboardQuery(state, { contest: undefined, topic: undefined, round: undefined, page: 1, q: '' });
  return (
    <Form className="contest-choice" action={links.here().split('?')[0] ?? ''}>
      {[...new URLSearchParams(kept)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        {kind === 'topic' ? t.topic : board.contest}
        <select className="input" name={kind} key={chosen} defaultValue={chosen}>
          {options.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button className="button button--quiet">{t.show}</button>
    </Form>
  );
}

/** Of which round the figures are, or of the whole contest; nothing where there is one. */
export function ScopeChoice({
  scopes,
  chosen,
  links,
}: {
  scopes: readonly ScopeOption[];
  chosen: string | undefined;
  links: DashboardLinks;
}) {
  const t = useText(participationText);
  if (scopes.length < 2) return null;
  return (
    <nav className="tabs no-print" aria-label={t.scope}>
      {scopes.map(({ key, title }) => (
        <Link
          key={key}
          to={links.here({ round: key, page: 1 })}
          preventScrollReset
          aria-current={key === chosen ? 'true' : undefined}
        >
          {title ?? t.wholeContest}
        </Link>
      ))}
    </nav>
  );
}
