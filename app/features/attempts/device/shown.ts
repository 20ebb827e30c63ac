import type { Answer } from '../answer.ts';

/** What a tab shows of an attempt: its last known step and the answers by slot. */
export interface Shown {
  readonly sequence: number;
  readonly chosen: readonly (readonly [slot: number, chosen: Answer])[];
}

const nameOf = (attemptId: string): string => `shown:${attemptId}`;

/**
 * Remembers in this tab what it shows, so that a copy of the page, opened without a line, stands as the person left it. It
 * goes with the tab; what the server has is not kept longer on a device that people share.
 */
export function rememberShown(attemptId: string, shown: Shown): void {
  try {
    sessionStorage.setItem(nameOf(attemptId), JSON.stringify(shown));
  } catch {
    // why nothing: the server has it, and shows it when the line is back.
  }
}

/** What the tab showed, where that is newer than the page; undefined otherwise. */
export function recallShown(attemptId: string, sequence: number): Shown | undefined {
  try {
    const shown = JSON.parse(sessionStorage.getItem(nameOf(attemptId)) ?? 'null') as Shown | null;
    return shown && shown.sequence > sequence ? shown : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets it: the attempt is over. */
export function forgetShown(attemptId: string): void {
  try {
    sessionStorage.removeItem(nameOf(attemptId));
  } catch {
    // why nothing: then nothing was kept.
  }
}
