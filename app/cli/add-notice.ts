import { addNotice } from '#app/features/conduct/index.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { commandOf, refuseConduct, textOf } from './conduct.ts';
import type { VerbInput } from './verb.ts';

const USAGE = 'add-notice --contest ma-cuoc-thi --text "nội dung thông báo"';

/** Says something to everybody in a contest. */
export async function runAddNotice({ options, print }: VerbInput): Promise<boolean> {
  const slug = textOf(options, 'contest', USAGE);
  const { reason: _, ...command } = commandOf(slug, '');
  const text = textOf(options, 'text', USAGE);
  try {
    const added = await addNotice({ ...command, text });
    if (!added.ok) refuseConduct(added.error);
    const { noticeId } = added.value;
    print(`Đã gửi thông báo. Mã: ${noticeId}.`, { contest: slug, noticeId });
    return true;
  } finally {
    await closeDatabase();
  }
}
