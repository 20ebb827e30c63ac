import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Form } from '#app/domain/contests/form.ts';
import { pairOf, type Interaction, type ItemBody } from '#app/domain/items/item.ts';
import type { Response } from '#app/domain/items/response.ts';
import { comparableScore } from '#app/domain/scoring/comparable-score.ts';
import {
  acceptedBy,
  bodiesUnder,
  checkCorrection,
  fractionUnder,
  inForce,
  type Correction,
  type Corrections,
} from '#app/domain/scoring/correction.ts';
import { ScoreTally } from '#app/domain/scoring/compare-scores.ts';
import { maxScoreOf, scoreAttempt, type MarkingScheme } from '#app/domain/scoring/score-attempt.ts';
import { scoreResponse } from '#app/domain/scoring/score-response.ts';
import { markAgain } from '#app/features/attempts/regrade/mark-again.server.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const IDS = ['a', 'b', 'c', 'd'];
const TARGETS = ['x', 'y', 'z', 'w'];

/** An item of a kind, with the key "as it was written". */
function bodyOf(interaction: Interaction): ItemBody {
  switch (interaction) {
    case 'choice':
      return anItemBody();
    case 'trueFalse':
      return anItemBody({ interaction, options: anItemBody().options.slice(0, 2) });
    case 'multipleChoice':
      return anItemBody({ interaction, key: ['a', 'c'] });
    case 'order':
      return anItemBody({ interaction, key: IDS });
    case 'match': {
      const targets = TARGETS.map((id) => ({ id, text: `Đích ${id}` }));
      return anItemBody({ interaction, targets, key: IDS.map((id, index) => pairOf(id, TARGETS[index] ?? '')) });
    }
    case 'textEntry':
      return anItemBody({
        interaction,
        options: [
          { id: 'a', text: 'Pác Bó' },
          { id: 'b', text: 'Hà Quảng', fraction: 0.5 },
        ],
      });
    case 'numericEntry':
      return anItemBody({ interaction, options: [{ id: 'a', text: '1941', tolerance: '1' }] });
  }
}

const orders = fc.shuffledSubarray(IDS, { minLength: 4 });
const matchings = fc
  .shuffledSubarray(TARGETS, { minLength: 4 })
  .map((targets) => IDS.map((id, index) => pairOf(id, targets[index] ?? '')));
const answersTo: Record<Interaction, fc.Arbitrary<string[]>> = {
  choice: fc.constantFrom(...IDS).map((id) => [id]),
  trueFalse: fc.constantFrom('a', 'b').map((id) => [id]),
  multipleChoice: fc.subarray(IDS, { minLength: 1 }),
  order: orders,
  match: matchings,
  textEntry: fc.constantFrom('Pác Bó', 'Hà Quảng', 'Trường Hà', 'Cao Bằng').map((text) => [text]),
  numericEntry: fc.constantFrom('1940', '1941', '1942.5', '-3').map((text) => [text]),
};
const INTERACTIONS = Object.keys(answersTo) as Interaction[];

/** An item, an answer to it that may be blank, and a correction of it. */
const cases = fc.constantFrom(...INTERACTIONS).chain((interaction) =>
  fc.record({
    interaction: fc.constant(interaction),
    response: fc.option(answersTo[interaction], { nil: undefined }),
    accepted: fc.array(answersTo[interaction], { minLength: 1, maxLength: 3 }),
  }),
);
const schemes: fc.Arbitrary<MarkingScheme> = fc.record({
  right: fc.constantFrom(1, 2, 0.3),
  wrong: fc.constantFrom(0, -0.5),
  blank: fc.constantFrom(0, -0.1),
  partial: fc.constantFrom('none', 'proportional'),
});

/** A paper of several kinds, with answers, and corrections of some of its items. */
const papers = fc
  .array(fc.record({ each: cases, marks: fc.option(fc.constantFrom(1, 3), { nil: undefined }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((slots) =>
    fc.record({
      slots: fc.constant(slots),
      kinds: fc.array(fc.constantFrom('key', 'allRight', 'void', 'original', undefined), {
        minLength: slots.length,
        maxLength: slots.length,
      }),
      scheme: schemes,
    }),
  );

type Paper = typeof papers extends fc.Arbitrary<infer T> ? T : never;

const versionOf = (index: number): string => `v${index + 1}`;
const NOTHING_ASKED = { mustAnswerAll: false, asksPrediction: false, prediction: undefined };

function sat({ slots, kinds }: Paper) {
  const form: Form = {
    slots: slots.map(({ marks }, index) => ({
      slot: index + 1,
      itemVersionId: versionOf(index),
      optionOrder: IDS,
      marks,
    })),
  };
  const bodies = new Map(slots.map(({ each }, index) => [versionOf(index), bodyOf(each.interaction)]));
  const responses = new Map<number, Response>(
    slots.flatMap(({ each }, index) => (each.response ? [[index + 1, each.response] as const] : [])),
  );
  const corrections: Corrections = inForce(
    kinds.flatMap((kind, index) => {
      const accepted = slots[index]?.each.accepted ?? [];
      return kind === undefined ? [] : [{ itemVersionId: versionOf(index), at: index, kind, accepted }];
    }),
  );
  return { form, bodies, responses, corrections };
}

describe('a correction', () => {
  test('makes exactly what it accepts wholly right, whatever the kind of the item and the rule of partial credit', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('none', 'proportional'), ({ interaction, accepted, response }, partial) => {
        const body = bodyOf(interaction);
        const checked = checkCorrection(body, { kind: 'key', accepted }, { kind: 'void', accepted: [] });
        if (!checked.ok) throw new Error(checked.error);
        for (const answer of checked.value.accepted) {
          const [text = ''] = answer;
          const said = interaction === 'numericEntry' ? [text.split('±')[0] ?? ''] : answer;
          expect(fractionUnder(body, checked.value, said, partial)).toBe(1);
        }
        // Nothing but one of them is: by each of them as the only key of a plain item.
        const single = (key: Response) => bodiesUnder(body, { kind: 'key', accepted: [key] });
        const isRight = checked.value.accepted.some((key) =>
          single(key).some((each) => response !== undefined && scoreResponse(each, response, 'none') === 1),
        );
        expect(fractionUnder(body, checked.value, response, 'none')).toBe(isRight ? 1 : 0);
      }),
    );
  });

  test('with the key that the item has changes nothing, where its options have no weights', () => {
    fc.assert(
      fc.property(cases, schemes, ({ interaction, response }, { partial }) => {
        const body = bodyOf(interaction);
        const same: Correction = { kind: 'key', accepted: acceptedBy(body) };
        expect(fractionUnder(body, same, response, partial)).toBe(fractionUnder(body, undefined, response, partial));
      }),
    );
  });
});

describe('marking an attempt again', () => {
  test('slot by slot gives what marking it anew gives', () => {
    fc.assert(
      fc.property(papers, (paper) => {
        const { form, bodies, responses, corrections } = sat(paper);
        const { scheme } = paper;
        const before = scoreAttempt(form, bodies, responses, scheme, NOTHING_ASKED);
        const anew = scoreAttempt(form, bodies, responses, scheme, NOTHING_ASKED, corrections);
        const slots = before.outcomes.map((outcome) => ({ ...outcome, response: responses.get(outcome.slot) }));
        const again = markAgain({ form, score: before.score, slots }, bodies, scheme, corrections);
        expect(again).toEqual({ score: anew.score, maxScore: anew.maxScore, slots: anew.outcomes });
        // Twice is once, and without corrections it is as before.
        const marked = again.slots.map((outcome) => ({ ...outcome, response: responses.get(outcome.slot) }));
        const twice = markAgain({ form, score: again.score, slots: marked }, bodies, scheme, corrections);
        expect(twice).toEqual(again);
        const back = markAgain({ form, score: again.score, slots: marked }, bodies, scheme, new Map());
        expect(back).toEqual({ score: before.score, maxScore: before.maxScore, slots: before.outcomes });
      }),
    );
  });

  test('never takes a mark from anybody by full marks, and a void takes it from the paper too', () => {
    fc.assert(
      fc.property(papers, (paper) => {
        const { form, bodies, responses } = sat(paper);
        const { scheme } = paper;
        const all = (kind: 'allRight' | 'void'): Corrections =>
          new Map(form.slots.map(({ itemVersionId }) => [itemVersionId, { kind, accepted: [] }]));
        const full = scoreAttempt(form, bodies, responses, scheme, NOTHING_ASKED, all('allRight'));
        expect(full.score).toBe(full.maxScore);
        expect(full.maxScore).toBe(maxScoreOf(form, scheme));
        const none = scoreAttempt(form, bodies, responses, scheme, NOTHING_ASKED, all('void'));
        expect([none.score, none.maxScore]).toEqual([0, 0]);
        expect(comparableScore(none, full.maxScore)).toBe(full.maxScore);
      }),
    );
  });

  test('corrections of other items leave a slot alone, and whether an attempt is valid hangs on none of them', () => {
    fc.assert(
      fc.property(papers, (paper) => {
        const { form, bodies, responses, corrections } = sat(paper);
        const asked = { mustAnswerAll: true, asksPrediction: false, prediction: undefined };
        const before = scoreAttempt(form, bodies, responses, paper.scheme, asked);
        const after = scoreAttempt(form, bodies, responses, paper.scheme, asked, corrections);
        expect(after.isValid).toBe(before.isValid);
        for (const [index, outcome] of after.outcomes.entries()) {
          if (!corrections.has(outcome.itemVersionId)) expect(outcome).toEqual(before.outcomes[index]);
        }
      }),
    );
  });
});

describe('comparing scores', () => {
  const papersOf = fc.record({ score: fc.integer({ min: -20, max: 40 }), maxScore: fc.integer({ min: 1, max: 40 }) });

  test('keeps the order of papers that can earn the same, and everything right stays everything right', () => {
    fc.assert(
      fc.property(papersOf, papersOf, (a, b) => {
        const maxScore = a.maxScore;
        const [x, y] = [Math.min(a.score, maxScore), Math.min(b.score, maxScore)];
        const order = Math.sign(
          comparableScore({ score: x, maxScore }, 40) - comparableScore({ score: y, maxScore }, 40),
        );
        expect(order).toBe(Math.sign(x - y));
        expect(comparableScore({ score: maxScore, maxScore }, 40)).toBe(40);
      }),
    );
  });

  test('counts every attempt once, by how much its score changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(papersOf, papersOf), { maxLength: 30 }), (pairs) => {
        const tally = new ScoreTally();
        for (const [before, after] of pairs) tally.add({ before, after, full: 40 });
        const { attempts, changed, up, down, differences } = tally.result();
        expect(attempts).toBe(pairs.length);
        expect(differences.reduce((sum, each) => sum + each.attempts, 0)).toBe(pairs.length);
        expect(up + down).toBe(pairs.filter(([a, b]) => comparableScore(a, 40) !== comparableScore(b, 40)).length);
        expect(changed).toBe(pairs.filter(([a, b]) => a.score !== b.score || a.maxScore !== b.maxScore).length);
      }),
    );
  });
});

describe('which correction holds', () => {
  test('is the newest of a version, until the instant that is asked about', () => {
    const of = (itemVersionId: string, at: number, kind: Correction['kind']) => ({
      itemVersionId,
      at,
      kind,
      accepted: [],
    });
    const all = [of('v1', 1, 'void'), of('v2', 2, 'allRight'), of('v1', 3, 'allRight'), of('v1', 4, 'original')];
    const kinds = (until?: number) => [...inForce(all, until)].map(([id, { kind }]) => `${id} ${kind}`);
    expect(kinds(0)).toEqual([]);
    expect(kinds(1)).toEqual(['v1 void']);
    expect(kinds(3)).toEqual(['v1 allRight', 'v2 allRight']);
    expect(kinds()).toEqual(['v2 allRight']);
  });
});

describe('what fits an item', () => {
  test.each([
    ['choice', [['a', 'b']], 'key-does-not-fit'],
    ['choice', [['e']], 'key-does-not-fit'],
    ['multipleChoice', [['a', 'a']], 'key-does-not-fit'],
    ['order', [['a', 'b', 'c']], 'key-does-not-fit'],
    ['match', [['a>x', 'b>y', 'c>z']], 'key-does-not-fit'],
    ['match', [['a>x', 'a>y', 'b>z', 'c>w']], 'key-does-not-fit'],
    ['textEntry', [['   ']], 'key-does-not-fit'],
    ['numericEntry', [['mười']], 'key-does-not-fit'],
    ['numericEntry', [['1 ± -2']], 'key-does-not-fit'],
    ['choice', [[]], 'no-key-given'],
    ['choice', [['a']], 'nothing-to-correct'],
    ['multipleChoice', [['c', 'a']], 'nothing-to-correct'],
  ] as const)('%s with %j is refused: %s', (interaction, accepted, code) => {
    expect(checkCorrection(bodyOf(interaction), { kind: 'key', accepted }, undefined)).toEqual({
      ok: false,
      error: code,
    });
  });

  test('answers are kept in one form, each once', () => {
    const tidied = (interaction: Interaction, accepted: readonly Response[]) => {
      const checked = checkCorrection(bodyOf(interaction), { kind: 'key', accepted }, undefined);
      return checked.ok ? checked.value.accepted : checked.error;
    };
    expect(tidied('numericEntry', [[' 12,5 ± 0,50 '], ['1.000']])).toEqual([['12.5±0.50'], ['1.000']]);
    expect(tidied('textEntry', [['  Trường   Hà '], ['Trường Hà']])).toEqual([['Trường Hà']]);
    expect(tidied('match', [['b>x', 'a>y', 'd>w', 'c>z']])).toEqual([['a>y', 'b>x', 'c>z', 'd>w']]);
  });
});
