// A command of the operator writes beside a running server: on SQLite both have one file, and neither may lose a change.
import { Worker } from 'node:worker_threads';
import { describe, expect, inject, test } from 'vitest';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase();

/** Another process, as far as the file can tell: it writes until it is told to stop, or holds the lock for a while. */
const OTHER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require('better-sqlite3');
  const db = new Database(workerData.file);
  db.pragma('busy_timeout = 5000');
  const add = db.prepare("INSERT INTO AuditEntry (id, at, action, subject, detail) VALUES (?, ?, 'other.wrote', 'other', '{}')");
  let count = 0;
  let isOver = false;
  parentPort.on('message', () => { isOver = true; });
  const turn = () => {
    if (isOver) { db.close(); parentPort.postMessage(count); return; }
    if (workerData.holdMs > 0) db.exec('BEGIN IMMEDIATE');
    add.run(workerData.name + (count += 1), new Date().toISOString());
    if (workerData.holdMs === 0) return setTimeout(turn, 2);
    parentPort.postMessage('holds');
    setTimeout(() => { db.exec('COMMIT'); isOver = true; turn(); }, workerData.holdMs);
  };
  parentPort.postMessage('ready');
  turn();
`;

const fileOf = (): string => (process.env['DATABASE_URL'] ?? '').slice('file:'.length);
const otherProcess = (holdMs: number): Worker =>
  new Worker(OTHER, { eval: true, workerData: { file: fileOf(), holdMs, name: `other-${holdMs}-` } });
const said = (worker: Worker, word: string): Promise<void> =>
  new Promise((done) => {
    worker.on('message', (message) => {
      if (message === word) done();
    });
  });
const countOf = (worker: Worker): Promise<number> =>
  new Promise((done) => {
    worker.on('message', (message) => {
      if (typeof message === 'number') done(message);
    });
  });

/** Reads, then writes, as nearly every act does. */
const act = (number: number): Promise<unknown> =>
  inTransaction(async (tx) => {
    await tx.auditEntry.count({ where: { subject: 'ours' } });
    await tx.auditEntry.create({
      data: { id: `ours-${number}`, at: new Date(), action: 'ours.wrote', subject: 'ours', detail: '{}' },
    });
  });

// why: PostgreSQL locks rows, and has nothing of the sort.
describe.runIf(inject('testBase').engine === 'sqlite')('another process that writes to the same file', () => {
  test('costs no change of ours, though it writes between our reading and our writing', async () => {
    const other = otherProcess(0);
    const counted = countOf(other);
    await said(other, 'ready');
    for (let number = 0; number < 40; number += 1) await act(number);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    other.postMessage('stop');
    expect(await counted).toBeGreaterThan(0);
    const ours = await (await database()).auditEntry.count({ where: { subject: 'ours' } });
    expect(ours).toBe(40);
  });

  test('is waited for while it holds the file, and everything else goes on meanwhile', async () => {
    const other = otherProcess(1_500);
    const counted = countOf(other);
    await said(other, 'holds');
    let turns = 0;
    const clock = setInterval(() => (turns += 1), 10);
    await act(1_000);
    clearInterval(clock);
    await counted;
    // Of 150 turns most: a driver that waits by itself would have let none through.
    expect(turns).toBeGreaterThan(50);
    expect(await (await database()).auditEntry.count({ where: { id: 'ours-1000' } })).toBe(1);
  });
});
