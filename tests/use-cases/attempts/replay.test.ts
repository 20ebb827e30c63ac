// Any history that can happen, sat on the real database, against a model that knows nothing of steps.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '#app/domain/attempts/replay.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { scoreAttempt, type MarkingScheme } from '#app/domain/scoring/score-attempt.ts';
import { loadAttempt } from '#app/features/attempts/attempt.repo.server.ts';
import { expireOverdue, saveResponses, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { aContestant, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anItem } from '#tests/support/factories.ts';

useTestDatabase();

const NOW = afterOpening({ hours: 1 });
const MARKING: MarkingScheme = { right: 2, wrong: -1, blank: 0, partial: 'proportional' };
const [QUESTIONS, OPTIONS] = [4, 4];
const DEADLINE = NOW + 10 * MINUTE;
const LAST = DEADLINE + 30 * SECOND;

type Act =
  | {
      readonly kind: 'save';
      readonly slot: number;
      readonly places: number[];
      readonly key: number;
      readonly wait: number;
    }
  | { readonly kind: 'submit' | 'sweep'; readonly wait: number };

const wait = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 30 * SECOND }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 8 * MINUTE }) },
);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      slot: fc.integer({ min: 1, max: QUESTIONS + 1 }),
      places: fc.array(fc.integer({ min: 1, max: OPTIONS + 1 }), { maxLength: 3 }),
      key: fc.integer({ min: 1, max: 12 }),
      wait,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('submit' as const, 'sweep' as const), wait }) },
);

/** What a bystander with a notebook would say of the attempt. */
class Notebook {
  readonly answers = new Map<number, readonly number[]>();
  readonly #byKey = new Map<number, string>();
  end: { state: 'submitted' | 'expired'; at: number } | undefined;

  /** Whether the answer must be taken. */
  takes({ slot, places, key }: Extract<Act, { kind: 'save' }>, now: number): boolean {
    const words = `${slot}: ${places.toSorted((a, b) => a - b).join()}`;
    const before = this.#byKey.get(key);
    if (before !== undefined) return before === words;
    const isTwice = new Set(places).size < places.length;
    if (this.end || now >= LAST || slot > QUESTIONS || isTwice || places.some((place) => place > OPTIONS)) return false;
    this.#byKey.set(key, words);
    this.answers.set(slot, places);
    return true;
  }

  close(kind: 'submit' | 'sweep', now: number): void {
    if (this.end || (kind === 'sweep' && now < LAST)) return;
    this.end = now >= LAST ? { state: 'expired', at: DEADLINE } : { state: 'submitted', at: Math.min(now, DEADLINE) };
  }
}

async function perform(actor: Actor, attemptId: string, acts: readonly Act[]): Promise<Notebook> {
  const notebook = new Notebook();
  let now = NOW;
  for (const each of acts) {
    now += each.wait;
    if (each.kind === 'save') {
      const saves = [{ slot: each.slot, places: each.places, key: `khoa-so-${each.key}` }];
      const saved = await saveResponses({ writer: writerOf(actor), attemptId, seen: 0, saves, now });
      expect(saved.ok, JSON.stringify(each)).toBe(notebook.takes(each, now));
    } else {
      if (each.kind === 'submit') await submitAttempt({ writer: writerOf(actor), attemptId, now });
      else await expireOverdue({ now });
      notebook.close(each.kind, now);
    }
  }
  return notebook;
}

test('what is stored is what the steps tell, and what a bystander saw', async () => {
  const bodies = new Map<string, ItemBody>();
  for (let i = 0; i < QUESTIONS; i += 1) {
    const several = i % 2 === 1;
    const { version, body } = await anItem({
      body: { interaction: several ? 'multipleChoice' : 'choice', key: several ? ['a', 'c'] : ['a'] },
    });
    bodies.set(version.id, body);
  }
  const blueprint = { sections: [{ title: 'Tất cả', quotas: [{ count: QUESTIONS }] }] };
  await aContest({ slug: 'thi', items: 0, blueprint, rules: { marking: MARKING } });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      const actor = await aContestant();
      const attemptId = await started(actor, 'thi', NOW);
      const notebook = await perform(actor, attemptId, acts);
      const { attempt, steps } = (await loadAttempt(undefined, attemptId, actor.accountId)) ?? {};
      if (!attempt || !steps) throw new Error('the attempt is gone');
      const told = replay(steps);
      const placesTold = [...told.saved].map(([slot, { response }]) => {
        const order = attempt.form.slots[slot - 1]?.optionOrder ?? [];
        return [slot, response.map((id) => order.indexOf(id) + 1)] as const;
      });
      expect(new Map(placesTold)).toEqual(notebook.answers);
      expect(steps.map(({ sequence }) => sequence)).toEqual(steps.map((_, index) => index + 1));
      expect(told).toMatchObject({
        state: attempt.state,
        startedAt: attempt.startedAt,
        finishedAt: attempt.finishedAt,
      });
      expect(attempt).toMatchObject({
        state: notebook.end?.state ?? 'inProgress',
        finishedAt: notebook.end?.at,
        duration: notebook.end && notebook.end.at - NOW,
      });
      const { outcomes } = await storedAttempt(attemptId);
      if (!notebook.end) {
        expect([attempt.score, outcomes]).toEqual([undefined, []]);
        return;
      }
      const responses = new Map([...told.saved].map(([slot, { response }]) => [slot, response]));
      const again = scoreAttempt(attempt.form, bodies, responses, MARKING, {
        mustAnswerAll: false,
        asksPrediction: false,
        prediction: undefined,
      });
      expect(attempt).toMatchObject({ score: again.score, maxScore: again.maxScore });
      expect(outcomes.map(({ attemptId: _a, roundId: _r, ...outcome }) => outcome)).toEqual(again.outcomes);
    }),
    { numRuns: 30 },
  );
});
