import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planMove, type EnteredContest } from '#app/domain/transfers/plan-move.ts';
import {
  agree,
  carryOut,
  close,
  confirm,
  isComplete,
  request,
  type Transfer,
  type TransferRefusal,
} from '#app/domain/transfers/transfer.ts';

const AT = 1_000;
const asked = (byId = 'nguoi'): Transfer => {
  const made = request({ accountId: 'nguoi', fromUnitId: 'bac', toUnitId: 'nam', byId, at: AT });
  if (!made.ok) throw new Error(made.error);
  return made.value;
};
const value = <T>(result: { ok: true; value: T } | { ok: false; error: TransferRefusal }): T => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('a request', () => {
  test('of the person waits for both units', () => {
    const once = value(agree(asked(), 'to', { byId: 'phu-trach-nam', at: AT }));
    expect(isComplete(once)).toBe(false);
    const twice = value(agree(once, 'from', { byId: 'phu-trach-bac', at: AT }));
    expect(isComplete(twice)).toBe(true);
    expect(carryOut(twice).state).toBe('approved');
  });

  test('of a manager has the agreement of that unit, and waits for the person', () => {
    const made = asked('phu-trach-bac');
    expect(made.from).toEqual({ byId: 'phu-trach-bac', at: AT });
    const agreed = value(agree(made, 'to', { byId: 'phu-trach-nam', at: AT }));
    expect(isComplete(agreed)).toBe(false);
    expect(confirm(agreed, 'ai-khac')).toEqual({ ok: false, error: 'not-found' });
    expect(isComplete(value(confirm(agreed, 'nguoi')))).toBe(true);
  });

  test('is not made into the same unit, agreed to twice, or touched when it has ended', () => {
    expect(request({ accountId: 'a', fromUnitId: 'x', toUnitId: 'x', byId: 'a', at: AT }).ok).toBe(false);
    const once = value(agree(asked(), 'to', { byId: 'b', at: AT }));
    expect(agree(once, 'to', { byId: 'c', at: AT })).toEqual({ ok: false, error: 'agreed-already' });
    const ended = value(close(once, 'refused'));
    expect(agree(ended, 'from', { byId: 'b', at: AT })).toEqual({ ok: false, error: 'closed' });
    expect(close(ended, 'withdrawn')).toEqual({ ok: false, error: 'closed' });
    expect(confirm(ended, 'nguoi')).toEqual({ ok: false, error: 'closed' });
    expect(() => carryOut(ended)).toThrow('not all have agreed');
  });
});

const contest = (given: Partial<EnteredContest>): EnteredContest => ({
  contestId: 'thi',
  unitId: 'bac',
  isSettled: false,
  isRunning: false,
  invitesNew: true,
  hasOwnTime: false,
  ...given,
});

describe('what moves', () => {
  test.each([
    [{}, undefined],
    [{ isSettled: true }, 'official'],
    [{ invitesNew: false }, 'not-invited'],
    [{ hasOwnTime: true }, 'extra-time'],
    [{ unitId: 'tay' }, 'other-unit'],
  ] as const)('%j', (given, why) => {
    const plan = planMove([contest(given)], 'bac');
    expect(plan.moves).toEqual(why === undefined ? ['thi'] : []);
    expect(plan.stays).toEqual(why === undefined ? [] : [{ contestId: 'thi', why }]);
  });

  test('waits for an attempt that is under way, if its contest moves', () => {
    expect(planMove([contest({ isRunning: true })], 'bac').isRunning).toBe(true);
    expect(planMove([contest({ isRunning: true, isSettled: true })], 'bac').isRunning).toBe(false);
  });
});

const UNITS = ['bac', 'nam', 'tay'] as const;
const entered = fc.array(
  fc.record({
    unitId: fc.constantFrom(...UNITS),
    isSettled: fc.boolean(),
    isRunning: fc.constant(false),
    invitesNew: fc.boolean(),
    hasOwnTime: fc.boolean(),
    attempts: fc.nat(3),
  }),
  { maxLength: 5 },
);
const acts = fc.array(
  fc.record({ to: fc.constantFrom(...UNITS), steps: fc.array(fc.constantFrom('from', 'to', 'refuse', 'withdraw')) }),
  { maxLength: 8 },
);

describe('after any requests and decisions', () => {
  test('entry and attempts carry one unit, nobody and nothing is lost, and official results stand', () => {
    fc.assert(
      fc.property(entered, acts, (contests, sequence) => {
        let home = 'bac';
        const world = contests.map((each, index) => ({
          ...each,
          contestId: `thi-${index}`,
          attemptUnits: Array.from({ length: each.attempts }, () => each.unitId as string),
          unitId: each.unitId as string,
        }));
        const before = structuredClone(world);
        for (const { to, steps } of sequence) {
          const made = request({ accountId: 'nguoi', fromUnitId: home, toUnitId: to, byId: 'nguoi', at: AT });
          if (!made.ok) continue;
          let transfer = made.value;
          for (const step of steps) {
            const done =
              step === 'from' || step === 'to'
                ? agree(transfer, step, { byId: 'b', at: AT })
                : close(transfer, step === 'refuse' ? 'refused' : 'withdrawn');
            if (done.ok) transfer = done.value;
            if (!isComplete(transfer)) continue;
            const { moves } = planMove(world, transfer.fromUnitId);
            for (const each of world.filter(({ contestId }) => moves.includes(contestId))) {
              each.unitId = transfer.toUnitId;
              each.attemptUnits = each.attemptUnits.map(() => transfer.toUnitId);
            }
            home = transfer.toUnitId;
            transfer = carryOut(transfer);
          }
        }
        for (const [index, each] of world.entries()) {
          expect(each.attemptUnits).toEqual(each.attemptUnits.map(() => each.unitId));
          expect(each.attemptUnits).toHaveLength(before[index]?.attempts ?? -1);
          if (each.isSettled) expect(each.unitId).toBe(before[index]?.unitId);
        }
      }),
    );
  });
});
