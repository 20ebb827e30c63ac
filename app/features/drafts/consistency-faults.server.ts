import type { Instant } from '#app/domain/kernel/time.ts';
import { descriptionFaults, getKnownContent, type ContestFile } from '#app/features/contests/index.server.ts';
import type { DraftFault } from './description.ts';
import { topicsOf, type LessonNames } from './lesson-names.ts';

/** What a description is checked against, beside the bank and the tree of units. */
export interface CheckedAgainst {
  readonly lessonNames: LessonNames;
  readonly now: Instant;
}

/**
 * What does not fit together in a description whose shape is right, and what does not fit the clock.
 * @param published numbers of the rounds that are published already
 */
export async function consistencyFaults(
  file: ContestFile,
  published: readonly number[],
  { lessonNames, now }: CheckedAgainst,
): Promise<DraftFault[]> {
  const topics = topicsOf(lessonNames).map(({ slug, title, lessons }) => {
    return [slug, { title, lessons: new Map(lessons.map((lesson) => [lesson.slug, lesson.title])) }] as const;
  });
  const faults = descriptionFaults(file, await getKnownContent(new Map(topics), now));
  return [...faults, ...timeFaults(file, published, now)].map((fault) => ({
    ...fault,
    isSentence: true,
    isMissing: false,
  }));
}

type TimeFault = Pick<DraftFault, 'path' | 'message' | 'severity'>;

/** Times that have passed already. Those of rounds that were published before are history, and no fault. */
function timeFaults(file: ContestFile, published: readonly number[], now: Instant): TimeFault[] {
  const known = new Set(published);
  return file.rounds.flatMap(({ number, opensAt, closesAt }, index): TimeFault[] => {
    if (known.has(number)) return [];
    if (Date.parse(closesAt) <= now) {
      const message = `Giờ đóng vòng ${number} đã qua, nên không ai dự thi được. Hãy đặt giờ mở và giờ đóng ở phía trước.`;
      return [{ path: ['rounds', index, 'closesAt'], severity: 'error', message }];
    }
    if (Date.parse(opensAt) > now) return [];
    const message = `Giờ mở vòng ${number} đã qua, nên vòng thi mở ngay khi công bố. Nếu không cố ý, hãy lùi giờ mở.`;
    return [{ path: ['rounds', index, 'opensAt'], severity: 'warning', message }];
  });
}
