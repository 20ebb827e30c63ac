import { findSignals } from '#app/features/signals/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { UsageError, type VerbInput } from './verb.ts';

/** Looks for signals in the rounds of a contest now, without waiting for the background. @returns true: finding is no failure */
export async function runFindSignals({ options, print }: VerbInput): Promise<boolean> {
  const slug = options['contest'];
  if (typeof slug !== 'string') throw new UsageError('npm run app -- find-signals --contest <tên>');
  try {
    const rounds = await findSignals({ slug, now: now() });
    if (!rounds) throw new Error(`Không có cuộc thi ${slug}.`);
    const lines = rounds.map(({ roundTitle, attempts, made, kept, leftOut }) =>
      [
        `${roundTitle}: xem ${attempts} lượt thi, ${made} dấu hiệu mới, ${kept} dấu hiệu đã có`,
        leftOut > 0 ? `, ${leftOut} dấu hiệu yếu hơn không giữ lại` : '',
        '.',
      ].join(''),
    );
    print(lines.join('\n') || 'Cuộc thi chưa có vòng nào tính kết quả.', { contest: slug, rounds });
    return true;
  } finally {
    await closeDatabase();
  }
}
