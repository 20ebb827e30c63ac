import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { linkText, NO_HASH } from '#app/domain/audit/canonical.ts';
import { checkAudit, forgetHead, sealExisting, sealLog, type Finding } from '#app/features/audit/index.server.ts';
import { sha256 } from '#app/features/audit/seal-log.server.ts';
import { verifyContest } from '#app/features/verification/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { SEALED_MODELS } from '#app/platform/db/sealed-models.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useBuiltDatabase, useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';
import {
  addRow,
  changeRow,
  keyOfTable,
  otherValue,
  removeRow,
  rowsOfTable,
  type RawRow,
} from '#tests/support/tampering.ts';
import { AFTERWARDS, settledContest } from '#tests/support/whole-contest.ts';

// why: a whole contest is sat, and machines are busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** How many changes by chance are tried. */
const CASES = Number(process.env['TAMPERINGS'] ?? '120');

const sound = { findingCount: 0, findings: [] };
const codes = (findings: readonly Finding[]): string[] => findings.map(({ code, table }) => `${table} ${code}`);

async function sealedWorld(): Promise<void> {
  forgetHead();
  await settledContest({ people: 4 });
  await sealExisting({ now: AFTERWARDS });
  await inTransaction(async (tx) => {
    await tx.adjustment.create({
      data: {
        contestId: (await tx.contest.findFirstOrThrow()).id,
        roundId: (await tx.round.findFirstOrThrow()).id,
        kind: 'extension',
        ms: 60_000,
        reason: 'mất điện',
        actorId: 'ban-to-chuc',
        at: new Date(AFTERWARDS),
      },
    });
    await recordAudit(tx, {
      at: AFTERWARDS,
      actorId: 'ban-to-chuc',
      action: 'round.extended',
      subject: 'adjustment:1',
    });
  });
  await sealLog({ now: AFTERWARDS });
}

describe('what was done to the database past the application', () => {
  useBuiltDatabase(sealedWorld);
  beforeEach(async () => {
    // why: what this machine remembers is of the test before.
    forgetHead();
    await sealLog({ now: AFTERWARDS });
  });

  test('an untouched database is sound, and everything was looked at', async () => {
    const found = await checkAudit();
    expect(found).toMatchObject({ ...sound, actsUnsealed: 0 });
    const db = await database();
    expect(found.acts).toBe(await db.auditEntry.count());
    expect(found.rows).toBe(await db.rowSeal.count());
    expect(found.steps).toBe(await db.attemptStep.count());
    expect(found.attempts).toBeGreaterThan(4);
  });

  // why so many: rows with a key of two columns are asked for with two values each, and a statement takes 999.
  test('is sound with more rows than one statement can name', async () => {
    const { id: unitId } = await (await database()).unit.findFirstOrThrow();
    const { id: contestId } = await (await database()).contest.findFirstOrThrow();
    const data = Array.from({ length: 1_100 }, (_, number) => ({
      contestId,
      accountId: `dong-${number}`,
      unitId,
      birthYear: 1990,
      registeredAt: new Date(AFTERWARDS),
      day: 20_260_901,
    }));
    await inTransaction((tx) => tx.participation.createMany({ data }));
    expect(await checkAudit()).toMatchObject(sound);
    await (
      await database()
    ).participation.updateMany({
      where: { accountId: { startsWith: 'dong-' } },
      data: { birthYear: 1991 },
    });
    expect((await checkAudit()).findingCount).toBe(data.length);
  });

  test(`is found, whatever it was (${CASES} changes by chance)`, { timeout: 60_000 + CASES * 2_000 }, async () => {
    const slug = (await (await database()).contest.findFirstOrThrow()).slug;
    const isFound = async (table: string): Promise<boolean> => {
      if ((await checkAudit()).findingCount > 0) return true;
      if (table !== 'Standing' && table !== 'Outcome') return false;
      forgetEverything();
      return ((await verifyContest({ slug, now: AFTERWARDS }))?.differenceCount ?? 0) > 0;
    };
    const tables = new Map<string, RawRow[]>();
    for (const table of Object.keys(COLUMNS)) {
      const rows = await rowsOfTable(table);
      if (rows.length > 0) tables.set(table, rows);
    }
    const act = fc.record({
      table: fc.constantFrom(...tables.keys()),
      how: fc.constantFrom('change', 'change', 'change', 'remove', 'copy'),
      row: fc.nat(),
      column: fc.nat(),
      lot: fc.nat(1_000),
    });
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(act, async ({ table, how, row: place, column, lot }) => {
        const rows = tables.get(table) ?? [];
        const row = rows[place % rows.length] as RawRow;
        const undo = await tamper(table, how, row, column, lot);
        fc.pre(undo !== undefined);
        tried += 1;
        const seen = await isFound(table);
        await undo?.();
        expect(seen, `${how} of ${table}`).toBe(true);
      }),
      { numRuns: CASES, endOnFailure: true },
    );
    expect(tried).toBeGreaterThanOrEqual(CASES);
    expect(await checkAudit()).toMatchObject(sound);
  });

  test('names the table and the row', async () => {
    const [grant] = await rowsOfTable('Participation');
    await changeRow('Participation', grant as RawRow, 'birthYear', 1901);
    const { findings } = await checkAudit();
    const rowId = JSON.stringify([grant?.['contestId'], grant?.['accountId']]);
    expect(findings).toEqual([{ code: 'row-changed', table: 'Participation', rowId }]);
  });

  test('a row put back as it was, together with its seal of then, is found', async () => {
    const db = await database();
    const adjustment = await db.adjustment.findFirstOrThrow({ where: { kind: 'extension' }, orderBy: { at: 'desc' } });
    const seal = await db.rowSeal.findFirstOrThrow({ where: { kind: 'Adjustment', rowId: adjustment.id } });
    await inTransaction(async (tx) => {
      await tx.adjustment.update({
        where: { id: adjustment.id },
        data: { undoneAt: new Date(AFTERWARDS), undoReason: 'nhầm' },
      });
      const subject = `adjustment:${adjustment.id}`;
      await recordAudit(tx, { at: AFTERWARDS, actorId: 'ai-do', action: 'adjustment.undone', subject });
    });
    await sealLog({ now: AFTERWARDS });
    expect(await checkAudit()).toMatchObject(sound);
    await db.adjustment.update({ where: { id: adjustment.id }, data: { undoneAt: null, undoReason: null } });
    await db.rowSeal.updateMany({ where: { kind: 'Adjustment', rowId: adjustment.id }, data: { mac: seal.mac } });
    expect((await checkAudit()).findings).toEqual([
      { code: 'row-outdated', table: 'Adjustment', rowId: adjustment.id },
    ]);
  });

  test('a row taken away together with its seal is found', async () => {
    const db = await database();
    const { scopeId } = await db.frozenCount.findFirstOrThrow();
    await db.frozenCount.delete({ where: { scopeId } });
    await db.rowSeal.deleteMany({ where: { kind: 'FrozenCount', rowId: scopeId } });
    expect((await checkAudit()).findings).toEqual([{ code: 'row-outdated', table: 'FrozenCount', rowId: scopeId }]);
  });

  test('a lawful change does not cover up what was done by hand before it', async () => {
    const db = await database();
    const round = await db.round.findFirstOrThrow();
    await db.round.update({ where: { id: round.id }, data: { durationMs: 1 } });
    await inTransaction((tx) => tx.round.update({ where: { id: round.id }, data: { title: 'Vòng đầu' } }));
    expect((await checkAudit()).findings).toEqual([{ code: 'row-changed', table: 'Round', rowId: round.id }]);
  });

  test('who computes the whole chain anew, without the key, is found', async () => {
    const db = await database();
    const acts = await db.auditEntry.findMany({ orderBy: { sequence: 'asc' } });
    const changed = acts.findIndex(({ action }) => action === 'round.extended');
    let hash = NO_HASH;
    for (const [index, act] of acts.entries()) {
      const row = index === changed ? { ...act, actorId: 'nguoi-khac' } : act;
      hash = sha256(linkText(hash, index + 1, row));
      await db.auditEntry.update({ where: { id: act.id }, data: { actorId: row.actorId, hash } });
    }
    await db.auditSeal.updateMany({ where: { sequence: acts.length }, data: { hash } });
    const { findings } = await checkAudit();
    expect(codes(findings)).toContain('AuditEntry act-changed');
    expect(codes(findings)).toContain('AuditSeal seal-wrong');
  });

  test('a log that was cut, with its signatures, is found by who remembers more', async () => {
    const db = await database();
    await inTransaction((tx) =>
      recordAudit(tx, { at: AFTERWARDS, actorId: 'x', action: 'session.opened', subject: 'account:x' }),
    );
    await sealLog({ now: AFTERWARDS });
    const last = (await db.auditEntry.findFirstOrThrow({ where: { action: 'session.opened' } })).sequence as number;
    await db.auditEntry.deleteMany({ where: { sequence: last } });
    await db.auditSeal.deleteMany({ where: { sequence: last } });
    expect((await checkAudit()).findings).toContainEqual({
      code: 'log-cut',
      table: 'AuditEntry',
      rowId: '',
      sequence: last,
    });
  });

  test('an emptied log does not have everything sealed anew', async () => {
    const db = await database();
    await db.auditEntry.deleteMany();
    await db.auditSeal.deleteMany();
    expect(await sealExisting({ now: AFTERWARDS })).toBe(false);
    expect(codes((await checkAudit()).findings)).toContain('AuditEntry log-cut');
  });

  test('a step taken from the end of an attempt is found, and one that nobody chained', async () => {
    const db = await database();
    const attempt = await db.attempt.findFirstOrThrow({ include: { steps: { orderBy: { sequence: 'desc' } } } });
    const [last] = attempt.steps;
    await db.attemptStep.delete({
      where: { attemptId_sequence: { attemptId: attempt.id, sequence: last?.sequence ?? 0 } },
    });
    expect(codes((await checkAudit()).findings)).toContain('AttemptStep steps-cut');
  });
});

/** The columns that are tried, by table. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.values(SEALED_MODELS).map(({ kind, key, columns }) => [kind, [...key, ...columns]])),
  AttemptStep: [
    'attemptId',
    'sequence',
    'kind',
    'slot',
    'response',
    'key',
    'receivedAt',
    'chosenAt',
    'device',
    'isLate',
    'mac',
  ],
  AuditEntry: ['id', 'at', 'actorId', 'action', 'subject', 'detail', 'mac', 'sequence', 'hash'],
  AuditSeal: ['sequence', 'hash', 'at', 'keyId', 'signature'],
  RowSeal: ['kind', 'rowId', 'mac'],
  SigningKey: ['id', 'publicKey'],
  Outcome: ['slot', 'itemVersionId', 'answered', 'fraction', 'mark'],
  Standing: ['attemptId', 'unitId', 'block', 'score', 'durationMs', 'rankKey', 'birthYear'],
};

/** Does it. @returns how to undo it; undefined where the database itself does not let it be done, or it would be the same */
async function tamper(
  table: string,
  how: string,
  row: RawRow,
  column: number,
  lot: number,
): Promise<(() => Promise<unknown>) | undefined> {
  const columns = COLUMNS[table] as readonly string[];
  try {
    // why not these: the database takes along, or lets go, what hangs on them, and putting them back would not bring it back.
    if (how === 'remove' && (table === 'Unit' || table === 'Account')) return undefined;
    if (how === 'remove') {
      await removeRow(table, row);
      return () => addRow(table, row);
    }
    if (how === 'copy') {
      const key = keyOfTable(table).at(-1) as string;
      const copy = { ...row, [key]: otherValue(row[key], lot), ...(table === 'AuditEntry' ? { sequence: null } : {}) };
      await addRow(table, copy);
      return () => removeRow(table, copy);
    }
    const name = columns[column % columns.length] as string;
    const value = otherValue(row[name], lot);
    if (value === undefined || value === row[name]) return undefined;
    await changeRow(table, row, name, value);
    const changed = { ...row, [name]: value };
    return () => changeRow(table, changed, name, row[name]);
  } catch {
    // why: keys to other tables, and numbers that are there once, are held by the database.
    return undefined;
  }
}

describe('what was there before seals', () => {
  useTestDatabase({ per: 'test' });

  test('is sealed once, and what comes without a seal afterwards is found', async () => {
    forgetHead();
    const unit = await aUnit();
    const early = await anAccount({ unit, grants: [{ role: 'organizer', unit }] });
    expect(await sealExisting({ now: OPENING })).toBe(true);
    expect(await sealExisting({ now: OPENING })).toBe(false);
    await sealLog({ now: OPENING });
    expect(await checkAudit()).toMatchObject(sound);
    const late = await anAccount({ unit, grants: [{ role: 'administrator', unit }] });
    expect((await checkAudit()).findings).toContainEqual({
      code: 'row-added',
      table: 'Grant',
      rowId: JSON.stringify([late.id, 'administrator', unit.id, '']),
    });
    expect((await checkAudit()).findings).toContainEqual({ code: 'row-added', table: 'Account', rowId: late.id });
    await inTransaction((tx) => tx.grant.deleteMany({ where: { accountId: early.id } }));
    expect(codes((await checkAudit()).findings).toSorted()).toEqual(['Account row-added', 'Grant row-added']);
  });

  test('is checked however many rows there are whose key has several columns', async () => {
    forgetHead();
    const unit = await aUnit();
    await sealExisting({ now: OPENING });
    const rows = Array.from({ length: 1_200 }, (_, day) => ({
      unitId: unit.id,
      category: 'all',
      asOf: new Date(OPENING + day),
      people: day,
      source: 'mẫu',
    }));
    await inTransaction(async (tx) => {
      await tx.headcount.createMany({ data: rows });
      await recordAudit(tx, { at: OPENING, actorId: undefined, action: 'units.loaded', subject: 'units' });
    });
    await sealLog({ now: OPENING });
    expect(await checkAudit()).toMatchObject(sound);
    const last = { unitId: unit.id, category: 'all', asOf: new Date(OPENING + 1_199) };
    await (await database()).headcount.delete({ where: { unitId_category_asOf: last } });
    const [found, ...rest] = (await checkAudit()).findings;
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ code: 'row-removed', table: 'Headcount' });
  });

  test('several sealers at once make one chain', async () => {
    forgetHead();
    for (let act = 0; act < 30; act += 1) {
      await inTransaction((tx) =>
        recordAudit(tx, { at: OPENING + act, actorId: undefined, action: 'items.loaded', subject: 'items' }),
      );
    }
    await Promise.all([1, 2, 3].map(() => sealLog({ now: OPENING })));
    await sealExisting({ now: OPENING });
    await sealLog({ now: OPENING });
    expect(await checkAudit()).toMatchObject(sound);
  });
});
