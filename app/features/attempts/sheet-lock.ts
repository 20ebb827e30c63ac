import type { AutosaveView } from './device/autosave-view.ts';
import type { LiveState } from './device/live-state.ts';

/** Why nothing can be chosen on a sheet, the weightiest first. */
export type Lock = 'finished' | 'submitting' | 'over' | 'elsewhere' | 'paused';

/** Why nothing can be chosen now; undefined while something can. */
export function lockOf(view: AutosaveView, live: LiveState, isOver: boolean): Lock | undefined {
  if (view.isSubmitted || view.closed !== undefined || live.state !== 'inProgress') return 'finished';
  if (view.wantsToSubmit) return 'submitting';
  if (isOver) return 'over';
  if (!view.leads) return 'elsewhere';
  return live.leftInPause === undefined ? undefined : 'paused';
}
