import { undoAdjustment } from '#app/features/conduct/index.server.ts';
import { commandOf, conduct, textOf } from './conduct.ts';
import type { VerbInput } from './verb.ts';

const USAGE = 'undo-adjustment --contest ma-cuoc-thi --id ma-viec --reason "nhầm vòng"';

/** Takes an extension, extra time or a pause that is over back; nobody loses time that has passed. */
export async function runUndoAdjustment(input: VerbInput): Promise<boolean> {
  const { options } = input;
  const slug = textOf(options, 'contest', USAGE);
  const adjustmentId = textOf(options, 'id', USAGE);
  const command = commandOf(slug, textOf(options, 'reason', USAGE));
  return conduct(input, slug, () => undoAdjustment({ ...command, adjustmentId }), 'Đã hủy.');
}
