// Two devices of one person, a line that drops, doubles and delays what they send, and a server that decides: whatever the
// order of it all, no answer that the server acknowledged is lost, and none is taken after the limit. The model below knows
// nothing of steps: it keeps what was chosen when, and what was acknowledged.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, type AttemptCommand, type AttemptFrame } from '#app/domain/attempts/decide.ts';
import { replay } from '#app/domain/attempts/replay.ts';
import type { Step } from '#app/domain/attempts/step.ts';

const START = 1_700_000_000_000;
const DEADLINE = START + 600_000;
const GRACE = 120_000;
const SLOTS = 4;
const frame: AttemptFrame = {
  form: {
    slots: Array.from({ length: SLOTS }, (_, index) => ({
      slot: index + 1,
      itemVersionId: `v${index + 1}`,
      optionOrder: ['a', 'b', 'c', 'd'],
    })),
  },
  startedAt: START,
  deadlineAt: DEADLINE,
  grace: GRACE,
  asksPrediction: false,
};

type Event =
  | { readonly kind: 'choose'; readonly device: 0 | 1; readonly slot: number; readonly option: string }
  /** The device sends all that waits; the line may lose the request, lose the answer, or deliver the request twice. */
  | { readonly kind: 'send'; readonly device: 0 | 1; readonly line: 'good' | 'request lost' | 'answer lost' | 'twice' }
  | { readonly kind: 'reload'; readonly device: 0 | 1 }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'submit'; readonly device: 0 | 1 }
  | { readonly kind: 'sweep' };

const device = fc.constantFrom(0 as const, 1 as const);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      device,
      slot: fc.integer({ min: 1, max: SLOTS }),
      option: fc.constantFrom('a', 'b', 'c', 'd'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      device,
      line: fc.constantFrom('good' as const, 'request lost' as const, 'answer lost' as const, 'twice' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), device }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 400_000 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('submit' as const), device }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: 'sweep' }) },
);

interface Choice {
  readonly slot: number;
  readonly option: string;
  readonly key: string;
  readonly chosenAt: number;
}

/** One run: the server's steps, the devices' outboxes, and a notebook of what was acknowledged. */
class World {
  now = START;
  steps: Step[] = [{ kind: 'started', sequence: 1, receivedAt: START }];
  readonly outbox: [Map<number, Choice>, Map<number, Choice>] = [new Map(), new Map()];
  readonly acknowledged: Choice[] = [];
  readonly taken = new Map<string, Choice>();
  #keys = 0;

  apply(happening: Event): void {
    switch (happening.kind) {
      case 'choose': {
        const { slot, option } = happening;
        // why tick: no two choices of a person fall on one millisecond.
        this.now += 1;
        const key = `k${(this.#keys += 1)}`;
        this.outbox[happening.device].set(slot, { slot, option, key, chosenAt: this.now });
        break;
      }
      case 'send':
        this.send(happening.device, happening.line);
        break;
      case 'reload':
        // The outbox is durable: a reload forgets nothing.
        break;
      case 'pass':
        this.now += happening.ms;
        break;
      case 'submit':
        this.decide({ kind: 'submit' });
        break;
      case 'sweep':
        this.decide({ kind: 'expire' });
        break;
    }
  }

  decide(command: AttemptCommand): boolean {
    const verdict = decide(frame, replay(this.steps), command, this.now);
    if (verdict.ok) this.steps = [...this.steps, ...verdict.value];
    return verdict.ok;
  }

  send(from: 0 | 1, line: Extract<Event, { kind: 'send' }>['line']): void {
    const waiting = [...this.outbox[from].values()];
    if (line === 'request lost') return;
    for (let times = line === 'twice' ? 2 : 1; times > 0; times -= 1) {
      for (const choice of waiting) {
        const { slot, option, key, chosenAt } = choice;
        const age = this.now - chosenAt;
        const command: AttemptCommand = { kind: 'save', slot, response: [option], key, age, device: `d${from}` };
        const isTaken = this.decide(command);
        if (isTaken) this.taken.set(key, choice);
        if (line === 'answer lost') continue;
        if (isTaken) this.acknowledged.push(choice);
        // Refused or taken, the device knows now and does not send it again.
        if (this.outbox[from].get(slot)?.key === key) this.outbox[from].delete(slot);
      }
    }
  }
}

const run = (events: readonly Event[]): World => {
  const world = new World();
  for (const each of events) world.apply(each);
  return world;
};

const histories = fc.array(event, { maxLength: 60 });

test('every acknowledged answer is in the history, once', () => {
  fc.assert(
    fc.property(histories, (events) => {
      const { steps, acknowledged } = run(events);
      const stored = steps.flatMap((step) => (step.kind === 'responseSaved' ? [step.key] : []));
      expect(new Set(stored).size).toBe(stored.length);
      for (const { key } of acknowledged) expect(stored).toContain(key);
    }),
    { numRuns: 1_000 },
  );
});

test('of what was taken for a slot the last choice counts, and a later arrival of an earlier choice changes nothing', () => {
  fc.assert(
    fc.property(histories, (events) => {
      const { steps, taken } = run(events);
      const expected = new Map<number, Choice>();
      for (const choice of taken.values()) {
        const before = expected.get(choice.slot);
        if (!before || choice.chosenAt > before.chosenAt) expected.set(choice.slot, choice);
      }
      const counted = [...replay(steps).saved].map(([slot, { response }]): [number, string] => [
        slot,
        response[0] ?? '',
      ]);
      expect(new Map(counted)).toEqual(new Map([...expected].map(([slot, { option }]) => [slot, option])));
    }),
    { numRuns: 1_000 },
  );
});

test('nothing chosen at or after the deadline is taken, nothing arrives after the grace, and nothing after the end', () => {
  fc.assert(
    fc.property(histories, (events) => {
      const { steps, taken } = run(events);
      for (const choice of taken.values()) expect(choice.chosenAt).toBeLessThan(DEADLINE);
      for (const step of steps) expect(step.receivedAt).toBeLessThan(DEADLINE + GRACE);
      const end = steps.findIndex((step) => step.kind === 'submitted' || step.kind === 'expired');
      if (end >= 0) expect(end).toBe(steps.length - 1);
    }),
    { numRuns: 1_000 },
  );
});

test('whoever is online at the end and has not submitted loses nothing that was chosen in time', () => {
  fc.assert(
    fc.property(
      histories.map((events) => events.filter(({ kind }) => kind !== 'submit' && kind !== 'sweep')),
      (events) => {
        const world = run(events);
        fc.pre(world.now < DEADLINE + GRACE);
        const waiting = [...world.outbox[0].values(), ...world.outbox[1].values()];
        world.send(0, 'good');
        world.send(1, 'good');
        for (const choice of waiting) expect(world.taken.has(choice.key)).toBe(choice.chosenAt < DEADLINE);
      },
    ),
    { numRuns: 1_000 },
  );
});
