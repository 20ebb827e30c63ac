import { stepText } from '#app/domain/audit/canonical.ts';
import { isMacOf } from '#app/platform/db/macs.server.ts';
import { findOrphanSteps, findSealsBefore, pageSteps, type SteppedAttempt } from '../rows.repo.server.ts';
import { stepsBeforeText } from '../seal-existing.server.ts';
import type { Finding } from './finding.ts';

const PAGE = 100;

/** Steps of attempts against their keyed hashes. @param contestId only those of a contest */
export async function* checkSteps(
  contestId?: string,
): AsyncGenerator<{ attempts: number; steps: number; findings: readonly Finding[] }> {
  for (let after = ''; ;) {
    const attempts = await pageSteps(after, PAGE, { contestId });
    const suspects = await faulty(attempts);
    const again = suspects.length > 0 ? await pageSteps('', PAGE, { ids: suspects }) : [];
    const befores = await findSealsBefore(suspects);
    yield {
      attempts: attempts.length,
      steps: attempts.reduce((sum, { steps }) => sum + steps.length, 0),
      findings: again.flatMap((attempt) => faultsOf(attempt, befores.get(attempt.id))),
    };
    const last = attempts.at(-1);
    if (!last || attempts.length < PAGE) break;
    after = last.id;
  }
  if (contestId !== undefined) return;
  const orphans = await findOrphanSteps(PAGE);
  const findings = orphans.map(({ attemptId, sequence }): Finding => ({
    code: 'step-added',
    table: 'AttemptStep',
    rowId: attemptId,
    sequence,
  }));
  yield { attempts: 0, steps: 0, findings };
}

async function faulty(attempts: readonly SteppedAttempt[]): Promise<string[]> {
  const old = attempts.filter(({ steps }) => steps.some(({ mac }) => mac === ''));
  const befores = await findSealsBefore(old.map(({ id }) => id));
  return attempts.filter((attempt) => faultsOf(attempt, befores.get(attempt.id)).length > 0).map(({ id }) => id);
}

/** What is wrong with the steps of an attempt. After the first fault of a chain the rest is judged by itself. */
function faultsOf({ id, state, steps }: SteppedAttempt, sealBefore: string | undefined): Finding[] {
  const findings: Finding[] = [];
  const note = (code: Finding['code'], sequence: number, field?: string): void => {
    findings.push({ code, table: 'AttemptStep', rowId: id, sequence, field });
  };
  const firstKeyed = steps.findIndex(({ mac }) => mac !== '');
  const old = firstKeyed === -1 ? steps : steps.slice(0, firstKeyed);
  if (old.length > 0 || sealBefore !== undefined) {
    const isRight = sealBefore !== undefined && isMacOf('row', stepsBeforeText(id, old), sealBefore);
    if (!isRight) note(sealBefore === undefined ? 'step-added' : 'step-changed', old[0]?.sequence ?? 1);
  }
  let [previous, expected] = ['', 1];
  for (const step of steps) {
    if (step.sequence !== expected) note('step-missing', expected);
    else if (step.mac === '' && previous !== '') note('step-added', step.sequence, 'mac');
    else if (step.mac !== '' && !isMacOf('step', stepText(previous, id, step), step.mac)) {
      note('step-changed', step.sequence);
    }
    previous = step.mac;
    expected = step.sequence + 1;
  }
  const last = steps.at(-1);
  const isEnded = last?.kind === 'submitted' || last?.kind === 'expired';
  if (steps.length === 0 || (state !== 'inProgress') !== isEnded) note('steps-cut', expected);
  return findings;
}
