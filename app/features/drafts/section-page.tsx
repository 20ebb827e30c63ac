import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { draftFieldsText } from '#app/text/drafts-fields.ts';
import { draftFormsText } from '#app/text/drafts-forms.ts';
import { draftsText } from '#app/text/drafts.ts';
import { useText } from '#app/ui/locale.tsx';
import type { BankFacet } from './bank.ts';
import { DraftBreadcrumb, SectionFrame } from './draft-frame.tsx';
import type { RoundHead } from './get-draft.server.ts';
import type { TopicName } from './lesson-names.ts';
import { BoardsSection } from './section-boards.tsx';
import { EntrySection } from './section-entry.tsx';
import type { SectionProps } from './section-form.tsx';
import { GeneralSection } from './section-general.tsx';
import { PapersSection } from './section-papers.tsx';
import { PredictionSection } from './section-prediction.tsx';
import { RankingSection } from './section-ranking.tsx';
import { RoundsSection } from './section-rounds.tsx';
import { ScoringSection } from './section-scoring.tsx';
import { SECTION_NAMES } from './sections/section.ts';
import { useFaultWords } from './use-fault-words.ts';

interface SectionPageProps extends SectionProps {
  readonly isSaved: boolean;
  readonly bank: readonly BankFacet[];
  readonly topics: readonly TopicName[];
  readonly unitNames: Readonly<Record<string, string>>;
  readonly unitPicker: ReactNode;
}

/** The page of one section of a draft. */
export function SectionPage(props: SectionPageProps) {
  const t = useText(draftFormsText);
  const { view, section, roundIndex, isSaved, showsFaults } = props;
  const words = useFaultWords(view.rounds);
  const warnings = view.faults.filter((fault) => fault.severity === 'warning');
  const hasErrors = view.faults.some((fault) => fault.severity === 'error');
  return (
    <div className="stack-l">
      <DraftBreadcrumb head={view} here={t.titles[section]} />
      <SectionFrame head={view} sections={view.sections} current={section}>
        <header className="stack-s">
          <p className="quiet small number">{t.step(SECTION_NAMES.indexOf(section) + 1, SECTION_NAMES.length)}</p>
          <h1>{t.titles[section]}</h1>
          <p className="lead measure">{t.leads[section]}</p>
        </header>
        {isSaved && (
          <p className={hasErrors && showsFaults ? 'notice notice--warn' : 'notice notice--good'} role="status">
            {hasErrors && showsFaults ? t.savedWithFaults : t.saved}
          </p>
        )}
        {showsFaults && warnings.length > 0 && <Warnings sentences={warnings.map(words.sentenceOf)} />}
        {section === 'papers' && <PaperNav draftId={view.id} rounds={view.rounds} current={roundIndex} />}
        <SectionBody {...props} />
        {section === 'papers' && roundIndex !== undefined && view.rounds.length > 1 && (
          <CopyPaper rounds={view.rounds} current={roundIndex} base={props.base} />
        )}
      </SectionFrame>
    </div>
  );
}

function Warnings({ sentences }: { sentences: readonly string[] }) {
  const t = useText(draftsText);
  return (
    <div className="notice notice--warn stack-s">
      <h2 className="form-group__title">{t.toSee}</h2>
      <ul className="plain-list" lang="vi">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function SectionBody(props: SectionPageProps) {
  const { section, view, bank, topics, unitNames, unitPicker } = props;
  switch (section) {
    case 'general':
      return <GeneralSection {...props} slug={view.slug} />;
    case 'rounds':
      return <RoundsSection {...props} />;
    case 'papers': {
      const round = props.roundIndex === undefined ? undefined : view.rounds[props.roundIndex];
      if (!round) return <NoRounds draftId={view.id} />;
      return <PapersSection {...props} bank={{ facets: bank, topics, kind: round.kind, right: view.right }} />;
    }
    case 'scoring':
      return <ScoringSection {...props} />;
    case 'prediction':
      return <PredictionSection {...props} />;
    case 'ranking':
      return <RankingSection {...props} />;
    case 'entry':
      return <EntrySection {...props} blocks={view.blocks} unitNames={unitNames} unitPicker={unitPicker} />;
    case 'boards':
      return <BoardsSection {...props} unitNames={unitNames} unitPicker={unitPicker} />;
  }
}

function NoRounds({ draftId }: { draftId: string }) {
  const t = useText(draftFieldsText);
  const forms = useText(draftFormsText);
  return (
    <p className="notice">
      {t.noRounds} <Link to={paths.draftSection(draftId, 'rounds')}>{forms.titles.rounds}</Link>
    </p>
  );
}

function PaperNav({
  draftId,
  rounds,
  current,
}: {
  draftId: string;
  rounds: readonly RoundHead[];
  current: number | undefined;
}) {
  const t = useText(draftFieldsText);
  if (rounds.length < 2) return null;
  return (
    <nav className="tabs" aria-label={t.paperRounds}>
      {rounds.map(({ number, title }, index) => (
        <Link
          key={number}
          to={paths.draftSection(draftId, 'papers', number)}
          aria-current={index === current ? 'true' : undefined}
          lang="vi"
        >
          {title || t.round(index + 1)}
        </Link>
      ))}
    </nav>
  );
}

function CopyPaper({ rounds, current, base }: { rounds: readonly RoundHead[]; current: number; base: string }) {
  const t = useText(draftFieldsText);
  return (
    <Form method="post" className="panel stack-s">
      <h2 className="form-group__title">{t.copyFrom}</h2>
      <p className="field__hint">{t.copyFromHint}</p>
      <input type="hidden" name="base" value={base} />
      <div className="list-row">
        <label className="field">
          <span className="field__label">{t.paperOf}</span>
          <select className="input" name="from" lang="vi">
            {rounds.map(
              ({ number, title }, index) =>
                index !== current && (
                  <option key={number} value={number}>
                    {title || t.round(index + 1)}
                  </option>
                ),
            )}
          </select>
        </label>
        <button className="button button--quiet button--small" name="intent" value="copy">
          {t.copy}
        </button>
      </div>
    </Form>
  );
}
