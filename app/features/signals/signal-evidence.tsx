import { paths } from '#app/paths.ts';
import type { SignalKind } from '#app/domain/signals/signal.ts';
import { manageText } from '#app/text/manage.ts';
import { signalText } from '#app/text/signal.ts';
import { useText } from '#app/ui/locale.tsx';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { AccountsEvidence, JumpEvidence, NetworksEvidence, SpeedEvidence } from './evidence-parts.tsx';
import type { SignalPage } from './get-signal-page.server.ts';
import { SameEvidence } from './same-evidence.tsx';
import { Strength } from './signal-list.tsx';
import { useSignalWords } from './use-signal-words.ts';

/** Where the page stands, what it is about, and how far it is. */
export function SignalHead({ page }: { page: SignalPage }) {
  const manage = useText(manageText);
  const words = useText(signalText);
  const { t, at, strengthOf } = useSignalWords();
  const { contest, kind, state, strength, foundAt, roundTitle } = page;
  return (
    <>
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(contest.slug), name: contest.title, lang: 'vi' },
          { to: paths.signals(contest.slug), name: t.title },
        ]}
        here={t.kinds[kind]}
      />
      <header className="stack-s">
        <p className="row">
          <span className={`badge badge--signal-${state}`}>{t.states[state]}</span>
          <span>
            <Strength strength={strength} /> {strengthOf(strength)}
          </span>
        </p>
        <h1>{t.kinds[kind]}</h1>
        <p className="quiet">{words.found(at(foundAt), roundTitle)}</p>
      </header>
    </>
  );
}

/** What a signal means, and what it does not prove, for people who do no statistics. */
export function SignalMeaning({ kind }: { kind: SignalKind }) {
  const t = useText(signalText);
  return (
    <div className="signal-meaning">
      <section className="panel stack-s" aria-labelledby="means">
        <h2 id="means">{t.means}</h2>
        <p>{t.meansOf[kind]}</p>
      </section>
      <section className="panel stack-s" aria-labelledby="means-not">
        <h2 id="means-not">{t.not}</h2>
        <p>{t.notOf[kind]}</p>
      </section>
    </div>
  );
}

/** The figures that a signal rests on. */
export function SignalEvidence({ page, names }: { page: SignalPage; names: Readonly<Record<string, string>> }) {
  const t = useText(signalText);
  const { evidence, isOver } = page;
  const hidesAnswers = !isOver && evidence.kind !== 'manyAccounts' && evidence.kind !== 'distantNetworks';
  return (
    <section className="stack" aria-labelledby="evidence">
      <h2 id="evidence">{t.evidence}</h2>
      {hidesAnswers && <p className="notice">{t.hiddenAnswers}</p>}
      <EvidenceOfKind page={page} names={names} />
    </section>
  );
}

function EvidenceOfKind({ page, names }: { page: SignalPage; names: Readonly<Record<string, string>> }) {
  const { evidence, prompts, same, unitNames } = page;
  switch (evidence.kind) {
    case 'speed':
      return <SpeedEvidence evidence={evidence} prompts={prompts} />;
    case 'sameAnswers':
      return <SameEvidence evidence={evidence} same={same} names={names} />;
    case 'jump':
      return <JumpEvidence evidence={evidence} what={unitNames[evidence.scopeId] ?? prompts[evidence.scopeId]} />;
    case 'manyAccounts':
      return <AccountsEvidence evidence={evidence} />;
    case 'distantNetworks':
      return <NetworksEvidence evidence={evidence} />;
  }
}
