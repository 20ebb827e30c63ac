import { expect, test } from 'vitest';
import { adviceFor, distractorEfficiency } from '#app/domain/analysis/advice.ts';
import { countAttempt, noCounts } from '#app/domain/analysis/round-counts.ts';
import { roundFigures } from '#app/domain/analysis/round-figures.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const body = anItemBody({ key: ['a'] });

/** Attempts at two questions: the first is answered as told by how good the person is (0..1), the second earns that much. */
function figuresFor(people: number, answer: (knows: number, index: number) => string | undefined) {
  const counts = noCounts();
  for (let index = 0; index < people; index += 1) {
    const knows = index / people;
    const chosen = answer(knows, index);
    const slot = { maxMark: 1, guess: 0.25, answered: chosen !== undefined };
    countAttempt(counts, {
      person: `p${index}`,
      slots: [
        { ...slot, slot: 1, itemVersionId: 'q', mark: chosen === 'a' ? 1 : 0, answers: chosen ? [chosen] : [] },
        { ...slot, slot: 2, itemVersionId: 'rest', mark: Math.round(knows * 20), maxMark: 20, answers: [] },
      ],
    });
  }
  return roundFigures(counts, new Map([['q', body]])).items.find(({ itemVersionId }) => itemVersionId === 'q')!;
}

const codes = (figures: ReturnType<typeof figuresFor>) => adviceFor(figures, body).map(({ code }) => code);
const wrong = (index: number): string => ['b', 'c', 'd'][index % 3] ?? 'b';

test('fewer than thirty attempts: no advice', () => {
  expect(codes(figuresFor(29, () => 'b'))).toEqual(['too-few']);
});

test('the better know it, every wrong option misleads some: nothing unusual', () => {
  expect(codes(figuresFor(100, (knows, index) => (knows > 0.45 ? 'a' : wrong(index))))).toEqual(['fine']);
});

test('the best choose another option than the key', () => {
  const [first, second] = adviceFor(
    figuresFor(100, (knows, index) => (knows > 0.6 ? 'b' : index % 2 ? 'a' : 'c')),
    body,
  );
  expect(first).toMatchObject({ code: 'second-key', option: 'b', share: 1, keyShare: 0 });
  expect(second).toMatchObject({ code: 'negative', level: 'act' });
});

test('nearly all get it; an option that nobody chooses', () => {
  const found = codes(figuresFor(100, (_, index) => (index % 50 === 0 ? 'b' : 'a')));
  expect(found).toEqual(['too-easy', 'unused-option', 'rare-option']);
});

test('fewer than by guessing; many blanks', () => {
  const found = codes(
    figuresFor(200, (knows, index) => (index % 5 === 0 ? undefined : knows > 0.95 ? 'a' : wrong(index))),
  );
  expect(found).toContain('below-guess');
  expect(found).toContain('too-hard');
  expect(found).toContain('many-blank');
});

test('a question that counts for nothing, or for everybody, gets no other advice', () => {
  const figures = figuresFor(100, () => 'b');
  expect(adviceFor(figures, body, 'void')).toEqual([{ code: 'voided', level: 'none' }]);
  expect(adviceFor(figures, body, 'allRight')).toEqual([{ code: 'all-right', level: 'none' }]);
});

test('distractors that at least one in twenty chooses', () => {
  expect(
    distractorEfficiency(
      figuresFor(100, (knows, index) => (knows > 0.5 ? 'a' : index % 2 ? 'b' : 'c')),
      body,
    ),
  ).toBeCloseTo(2 / 3);
});
