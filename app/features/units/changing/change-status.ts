import type { ChangeRefusal } from '#app/domain/units/change-command.ts';

const CONFLICTS: readonly ChangeRefusal['code'][] = ['changed-since', 'has-been-used', 'already-undone', 'not-ready'];

/** The status with which a refused change answers. */
export function statusOfChange({ code }: ChangeRefusal): number {
  if (code === 'forbidden') return 403;
  if (code === 'not-found') return 404;
  return CONFLICTS.includes(code) ? 409 : 422;
}
