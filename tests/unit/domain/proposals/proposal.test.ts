import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, propose, withdraw, type Proposal } from '#app/domain/proposals/proposal.ts';

const by = (id: string) => ({ id, at: 1_000 });

test('another person carries it out or refuses it, who proposed it takes it back', () => {
  const made = propose('an');
  expect(decide(made, 'carriedOut', by('an'))).toEqual({ ok: false, error: 'proposal-own' });
  expect(decide(made, 'carriedOut', by('binh'))).toMatchObject({ ok: true, value: { state: 'carriedOut' } });
  expect(decide(made, 'refused', by('binh'))).toMatchObject({ ok: true, value: { decidedById: 'binh' } });
  expect(withdraw(made, by('binh'))).toEqual({ ok: false, error: 'forbidden' });
  expect(withdraw(made, by('an'))).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
});

test('whatever people do, it ends once, and never by a decision of who proposed it', () => {
  const acts = fc.array(
    fc.tuple(fc.constantFrom('carriedOut', 'refused', 'withdrawn'), fc.constantFrom('an', 'binh', 'chi')),
  );
  fc.assert(
    fc.property(acts, (all) => {
      let proposal: Proposal = propose('an');
      let ends = 0;
      for (const [act, id] of all) {
        const next = act === 'withdrawn' ? withdraw(proposal, by(id)) : decide(proposal, act, by(id));
        if (!next.ok) continue;
        ends += 1;
        proposal = next.value;
        expect(proposal.decidedById === 'an').toBe(act === 'withdrawn');
      }
      expect(ends).toBe(proposal.state === 'waiting' ? 0 : 1);
    }),
  );
});
