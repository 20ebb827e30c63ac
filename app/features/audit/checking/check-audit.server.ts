import { SEALED_MODELS, STEPS_BEFORE } from '#app/platform/db/sealed-models.ts';
import { hasBegun } from '../log.repo.server.ts';
import { checkRows, checkSeals } from './check-rows.server.ts';
import { LogCheck } from './check-log.server.ts';
import { checkSteps } from './check-steps.server.ts';
import { Findings, type AuditCheck, type Finding } from './finding.ts';

const TABLES: ReadonlySet<string> = new Set([...Object.values(SEALED_MODELS).map(({ kind }) => kind), STEPS_BEFORE]);

/**
 * Looks for all that was done to the database past the application: acts of the log that were changed, added, taken away or moved;
 * rows that results rest on; steps of attempts; and a whole older state that was put back, as far as this machine remembers. Read in
 * pages, so that memory stays bounded; it may run while everything else does.
 */
export async function checkAudit(): Promise<AuditCheck> {
  const findings = new Findings();
  const log = new LogCheck(findings);
  await log.run();
  if (log.acts + log.unsealed > 0 && !log.hasBegun) {
    findings.add({ code: 'not-begun', table: 'AuditEntry', rowId: '' });
  }
  const sum = { rows: 0, attempts: 0, steps: 0 };
  const named = new Set<string>();
  const add = (found: readonly Finding[]): void => {
    for (const { table, rowId } of found) named.add(`${table} ${rowId}`);
    // why: until what was there before has its seals, nothing without one is a fault.
    findings.add(...found.filter(({ code }) => log.hasBegun || !code.endsWith('-added')));
  };
  for await (const page of checkRows()) {
    sum.rows += page.rows;
    add(page.findings);
  }
  for await (const found of checkSeals()) add(found);
  for await (const page of checkSteps()) {
    sum.attempts += page.attempts;
    sum.steps += page.steps;
    add(page.findings);
  }
  // why last, and once each: a row that was changed by hand is also not as the log says.
  findings.add(
    ...log
      .unexplained()
      .filter(({ kind, rowId }) => TABLES.has(kind) && !named.has(`${kind} ${rowId}`))
      .map(({ kind, rowId }): Finding => ({ code: 'row-outdated', table: kind, rowId })),
  );
  const { acts, before: actsBefore, unsealed: actsUnsealed, signatures, head } = log;
  const { found, count } = findings;
  return { acts, actsBefore, actsUnsealed, signatures, ...sum, head, findingCount: count, findings: found };
}

/** Rows and steps of one contest against their keyed hashes: what its verification asks. */
export async function checkContestSeals(contestId: string): Promise<Pick<AuditCheck, 'findingCount' | 'findings'>> {
  const findings = new Findings();
  const isSealed = await hasBegun();
  const add = (found: readonly Finding[]): void =>
    findings.add(...found.filter(({ code }) => isSealed || !code.endsWith('-added')));
  for await (const page of checkRows(contestId)) add(page.findings);
  for await (const page of checkSteps(contestId)) add(page.findings);
  return { findingCount: findings.count, findings: findings.found };
}
