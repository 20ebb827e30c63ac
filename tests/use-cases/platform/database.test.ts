import { describe, expect, inject, test } from 'vitest';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { closeDatabase, database } from '#app/platform/db/client.server.ts';
import { migrate, pendingMigrations } from '#app/platform/db/migrate.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const countUnits = async (): Promise<number> => (await database()).unit.count();

describe('inTransaction', () => {
  test('stores all of it, with its audit row', async () => {
    await inTransaction(async (tx) => {
      await recordAudit(tx, {
        at: OPENING,
        actorId: undefined,
        action: 'unit.moved',
        subject: 'unit:a',
        detail: { people: 3 },
      });
      await recordAudit(tx, { at: OPENING, actorId: 'someone', action: 'unit.moved', subject: 'unit:b' });
    });
    const rows = await (await database()).auditEntry.findMany({ orderBy: { subject: 'asc' } });
    expect(rows.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [null, '{"people":3}'],
      ['someone', '{}'],
    ]);
  });

  test('stores nothing of it when the work fails', async () => {
    const unit = await aUnit();
    const work = inTransaction(async (tx) => {
      await tx.unit.update({ where: { id: unit.id }, data: { name: 'khác' } });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await (await database()).unit.findUnique({ where: { id: unit.id } })).toMatchObject({ name: unit.name });
  });

  test('is tried again when somebody else was faster', async () => {
    const { id, ...unit } = await aUnit();
    const tries: number[] = [];
    await inTransaction(async (tx) => {
      tries.push(tries.length);
      // The first try meets an id that is taken, as two writers with the same sequence number do.
      await tx.unit.create({ data: { ...unit, id: tries.length === 1 ? id : `${id}-2`, path: '/x/' } });
    });
    expect(tries).toHaveLength(2);
    expect(await countUnits()).toBe(2);
  });

  test('gives up in the end, and on faults that are nobody else’s at once', async () => {
    const { id, ...unit } = await aUnit();
    let tries = 0;
    const taken = inTransaction(async (tx) => {
      tries += 1;
      await tx.unit.create({ data: { ...unit, id, path: '/x/' } });
    });
    await expect(taken).rejects.toMatchObject({ code: 'P2002' });
    expect(tries).toBe(25);
  });

  test('of many writers at once none is lost', async () => {
    const root = await aUnit();
    const addOne = () =>
      inTransaction(async (tx) => {
        const id = `number-${await tx.auditEntry.count()}`;
        await tx.auditEntry.create({
          data: { id, at: new Date(OPENING), action: 'test', subject: root.id, detail: '{}' },
        });
      });
    await Promise.all(Array.from({ length: 4 }, addOne));
    expect(await (await database()).auditEntry.count()).toBe(4);
  });
});

describe('the database', () => {
  test.runIf(inject('testBase').engine === 'sqlite')('is durable: WAL, synchronous FULL, foreign keys on', async () => {
    const client = await database();
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {})[0];
    expect([
      await pragma('journal_mode'),
      Number(await pragma('synchronous')),
      Number(await pragma('foreign_keys')),
    ]).toEqual(['wal', 2, 1]);
  });

  test('keeps what was stored when it is closed and opened again', async () => {
    const unit = await aUnit();
    const account = await anAccount({ unit });
    const { contest } = await aContest();
    await aParticipation(contest, account, { registeredAt: afterOpening({ hours: 1 }) });
    await closeDatabase();
    expect(await (await database()).participation.findMany()).toMatchObject([
      { unitId: unit.id, registeredAt: new Date(afterOpening({ hours: 1 })) },
    ]);
  });

  test('refuses rows that point at nothing', async () => {
    const unit = await aUnit();
    const orphan = (await database()).grant.create({
      data: { accountId: 'nobody', role: 'organizer', unitId: unit.id, grantedAt: new Date(OPENING) },
    });
    await expect(orphan).rejects.toMatchObject({ code: 'P2003' });
  });

  test('has every migration, and migrating again changes nothing', async () => {
    await closeDatabase();
    expect(await pendingMigrations()).toEqual([]);
    expect(await migrate()).toEqual([]);
  });
});
