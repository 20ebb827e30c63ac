import { needsHeadcount, tellsScores } from '#app/domain/results/unit-rank.ts';
import { rulesResultsText } from '#app/text/rules-results.ts';
import { formatExact, formatLength, formatNumber } from '#app/ui/format.ts';
import { given, list, say, settlingOf, type Article, type Clause, type Making } from './article.ts';
import { adjustmentClauses, roundsTable, timingClauses } from './entry-articles.ts';
import { paperClauses } from './paper-articles.ts';

/** Who sees the boards of persons when, and when they are final. */
export function boardsArticle({ description, locale, contestRounds }: Making): Article {
  const t = rulesResultsText[locale];
  const { boards, frozenFor } = description.rules;
  const stops = contestRounds.map(({ round, window }) =>
    t.listed(round.title, formatExact(window.closesAt - frozenFor, locale)),
  );
  return {
    id: 'boards',
    title: t.boards,
    clauses: [
      say(t.ownScore),
      boards === 'frozen' ? list(t.frozen(formatLength(frozenFor, locale)), stops) : say(t.visibility[boards]),
      ...given(boards !== 'own-row', say(t.names)),
      list(t.final, settlingOf(contestRounds, locale)),
    ],
  };
}

/** When right answers may be seen. */
export function keysArticle({ description, locale, contestRounds }: Making): Article {
  const t = rulesResultsText[locale];
  return { id: 'keys', title: t.keys, clauses: clauses() };

  function clauses(): Clause[] {
    switch (description.rules.keys) {
      case 'never':
        return [say(t.keysFrom.never)];
      case 'after-round':
        return [list(t.keysFrom['after-round'], settlingOf(contestRounds, locale)), say(t.ownPaper)];
      case 'after-contest': {
        const last = Math.max(...contestRounds.map(({ settlesAt }) => settlesAt));
        return [say(t.keysAfterContest(formatExact(last, locale))), say(t.ownPaper)];
      }
    }
  }
}

/** What happens when a question turns out to be faulty. */
export function correctionsArticle({ description, locale }: Making): Article {
  const t = rulesResultsText[locale];
  const { prediction } = description.rules;
  return {
    id: 'corrections',
    title: t.corrections,
    clauses: [
      list(t.correctionKinds, [t.correctedKey, t.correctedAllRight, t.correctedVoid]),
      say(t.correctedScale),
      say(t.correctedAll),
      say(t.correctedFrozen),
      ...given(prediction !== undefined, say(t.correctedPrediction)),
      say(t.correctedTold),
    ],
  };
}

/** By what units are ranked, and among whom. */
export function unitsArticle({ description, locale }: Making): Article {
  const t = rulesResultsText[locale];
  const { units, blocks, boards } = description.rules;
  const { criteria, minimumHeadcount } = units;
  const small = criteria.filter(needsHeadcount) as ('rate' | 'meanScore')[];
  const unitName = (id: string): string => description.names.units[id] ?? id;
  const named = blocks.map((block) => t.block(block.name, block.units.map(unitName).join(', ')));
  return {
    id: 'units',
    title: t.units,
    clauses: [
      list(
        t.criteria,
        criteria.map((criterion) => t.criterion[criterion]),
      ),
      say(t.unitOrder),
      ...given(
        minimumHeadcount > 0 && small.length > 0,
        say(
          t.headcount(
            formatNumber(minimumHeadcount, locale),
            small.map((criterion) => t.headcountOf[criterion]).join(t.and),
          ),
        ),
      ),
      ...given(criteria.some(tellsScores), say(t.scoresWith[boards])),
      ...(blocks.length === 0
        ? [say(t.treeBlocks)]
        : [
            list(t.blocks, named),
            say(t.blockOf),
            ...given(
              blocks.some((block) => block.units.length === 1),
              say(t.loneHead),
            ),
            ...given(blocks.length > 1, say(t.blockBoard)),
          ]),
    ],
  };
}

/** How anybody can compute the results again. */
export function checkingArticle({ locale }: Making): Article {
  const t = rulesResultsText[locale];
  return { id: 'checking', title: t.checking, clauses: [t.steps, t.exported, t.deterministic].map(say) };
}

/** Practice, apart from the contest. */
export function practiceArticle(making: Making): Article {
  const { locale, practiceRounds } = making;
  const t = rulesResultsText[locale];
  return {
    id: 'practice',
    title: t.practice,
    clauses: [
      say(t.practiceApart),
      roundsTable(practiceRounds, t.practiceCaption, locale),
      ...timingClauses(practiceRounds, locale),
      ...adjustmentClauses(practiceRounds, locale),
      ...paperClauses(making, practiceRounds),
      say(t.practiceDraws),
      say(t.practiceEntry),
    ],
  };
}
