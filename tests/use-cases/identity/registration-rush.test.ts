import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { asksTask } from '#app/domain/identity/registration-rush.ts';
import { getRegistrationTask, registerAccount } from '#app/features/identity/index.server.ts';
import {
  isTaskAsked,
  mayRegister,
  mayTellName,
  takeAccount,
  type RegistersFrom,
} from '#app/features/identity/registration-limits.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Task } from '#app/platform/tasks.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const deviceOf = (i: number): string => String(i).padStart(64, '0');
const from = (given: Partial<RegistersFrom> = {}): RegistersFrom => ({
  deviceHash: deviceOf(1),
  clientAddress: '192.0.2.1',
  now: OPENING,
  ...given,
});

// why now and not OPENING: the library looks at the clock of the machine, too, to see whether a task is over.
const askTask = async (now = Date.now()): Promise<Task> => {
  const task = await getRegistrationTask({ clientAddress: '203.0.113.9', now });
  if (!task.ok) throw new Error(task.error);
  return task.value;
};

async function solve(challenge: Task): Promise<string> {
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

/** Makes a rush of the network of 192.0.2.0/24. */
async function rush(now: number): Promise<void> {
  for (let i = 0; i < 40; i += 1) await takeAccount(from({ deviceHash: deviceOf(100 + i), now }));
}

describe('budgets of new accounts', () => {
  it('let a script with one device make fifty of a thousand within an hour', async () => {
    let made = 0;
    for (let i = 0; i < 1_000; i += 1) {
      // The address changes: it is the device that is counted.
      const here = from({ clientAddress: `10.${i % 200}.1.1`, now: OPENING + i * 3 * SECOND });
      if (await takeAccount(here)) made += 1;
    }
    expect(made).toBe(50);
    expect(await takeAccount(from({ clientAddress: '10.0.1.1', now: OPENING + HOUR + SECOND }))).toBe(true);
  }, 60_000);

  it('let a script without cookies make fifty within an hour from one network', async () => {
    let made = 0;
    for (let i = 0; i < 1_000; i += 1) {
      if (await takeAccount(from({ deviceHash: undefined, now: OPENING + i * SECOND }))) made += 1;
    }
    expect(made).toBe(50);
  });

  it('let 300 people of one school register in ten minutes, who do a task once it is a rush', async () => {
    let tasks = 0;
    for (let i = 0; i < 300; i += 1) {
      const here = from({ deviceHash: deviceOf(i), now: OPENING + i * 2 * SECOND });
      if (await isTaskAsked(here)) tasks += 1;
      expect(await takeAccount(here)).toBe(true);
    }
    expect(tasks).toBe(260);
    expect(await isTaskAsked(from({ deviceHash: deviceOf(900), now: OPENING + 30 * MINUTE }))).toBe(false);
  }, 60_000);

  it('tell one network forty times an hour that a name is taken, then nothing more of names', async () => {
    for (let i = 0; i < 40; i += 1) expect(await mayTellName(from())).toBe(true);
    expect(await mayTellName(from())).toBe(false);
    expect(await mayRegister(from(), undefined)).toEqual({ ok: false, error: 'too-many-accounts' });
    expect(await mayRegister(from({ clientAddress: '198.51.100.1' }), undefined)).toMatchObject({ ok: true });
  });
});

describe('the task', () => {
  it('is asked of a device, a network and everybody from a number of accounts on', () => {
    expect(asksTask({ fromDevice: 4, fromNetwork: 39, inAll: 399 })).toBe(false);
    expect(asksTask({ fromDevice: 5, fromNetwork: 0, inAll: 0 })).toBe(true);
    expect(asksTask({ fromDevice: 0, fromNetwork: 40, inAll: 0 })).toBe(true);
    expect(asksTask({ fromDevice: 0, fromNetwork: 0, inAll: 400 })).toBe(true);
  });

  it('opens the door once, in a rush', async () => {
    const now = Date.now();
    await rush(now);
    const answer = await solve(await askTask());
    const here = from({ deviceHash: deviceOf(500), now });
    expect(await mayRegister(here, undefined)).toEqual({ ok: false, error: 'task-needed' });
    expect(await mayRegister(here, answer)).toMatchObject({ ok: true });
    expect(await mayRegister(here, answer)).toEqual({ ok: false, error: 'task-needed' });
  });

  it('is not taken when it is over, changed, not ours, or not done', async () => {
    const now = Date.now();
    await rush(now);
    const task = await askTask();
    const answer = JSON.parse(await solve(task)) as { challenge: Task; solution: { counter: number } };
    const changed = { ...task, parameters: { ...task.parameters, cost: 1 } };
    const bad = [
      '',
      'x'.repeat(2_000),
      '{}',
      'null',
      '{"challenge":null,"solution":null}',
      '{"challenge":{"parameters":null},"solution":{}}',
      JSON.stringify({ challenge: task }),
      JSON.stringify({ challenge: task, solution: {} }),
      JSON.stringify({ challenge: task, solution: { counter: 1, derivedKey: '00'.repeat(32), time: 1 } }),
      JSON.stringify({ ...answer, challenge: changed }),
      JSON.stringify({ ...answer, challenge: { ...task, signature: '0'.repeat(64) } }),
    ];
    const here = from({ deviceHash: deviceOf(500), now });
    for (const text of bad) expect(await mayRegister(here, text)).toEqual({ ok: false, error: 'task-needed' });
    const later = from({ deviceHash: deviceOf(500), now: now + 6 * MINUTE });
    expect(await mayRegister(later, JSON.stringify(answer))).toEqual({ ok: false, error: 'task-needed' });
    expect(await mayRegister(here, JSON.stringify(answer))).toMatchObject({ ok: true });
  });
});

describe('a race', () => {
  it('of twenty posts with one name makes one account, and fails none of them', async () => {
    const unit = await aUnit();
    const form = {
      fullName: 'Nông Thị Ước',
      birthYear: 1990,
      signInName: '0912345678',
      password: 'con suối chảy mãi',
      unitId: unit.id,
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        registerAccount({ form, clientAddress: `10.1.${i}.1`, deviceHash: deviceOf(i), now: OPENING }),
      ),
    );
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    // On a machine with much else to do, some are told that the wait for their hash would be too long.
    const reasons = new Set(answers.flatMap((one) => (one.ok ? [] : [one.error])));
    expect([...reasons].filter((reason) => reason !== 'busy')).toEqual(['name-taken']);
    expect(await (await database()).account.count()).toBe(1);
  });
});
