import type { Instant } from '#app/domain/kernel/time.ts';
import { listContests, readTemplates } from '#app/features/contests/index.server.ts';
import { descriptionOf } from './description-of.ts';
import { questionsOf, type Description } from './description.ts';

/** A description that a new contest may begin from. */
export interface BeginningView {
  readonly slug: string;
  readonly title: string;
  /** What it is like: rounds, questions, time and what is special, in Vietnamese. */
  readonly about: string;
}

/** Templates and contests that a new contest may begin from. */
export async function listBeginnings(now: Instant): Promise<{ templates: BeginningView[]; contests: BeginningView[] }> {
  const contests = await listContests(now);
  return {
    templates: readTemplates().map(viewOf),
    contests: contests.map(({ contest }) => viewOf(descriptionOf(contest))),
  };
}

const viewOf = (description: Description): BeginningView => ({
  slug: description.slug ?? '',
  title: description.title ?? '',
  about: aboutOf(description),
});

/** "2 vòng; 20 câu trong 15 phút; có câu hỏi dự đoán; cộng điểm các vòng". */
function aboutOf({ rounds = [], prediction, overall, attempts }: Description): string {
  const counted = rounds.filter((round) => round.kind !== 'practice');
  const [first] = counted;
  const one = attempts?.limits?.some(({ count, per }) => count === 1 && (per === 'round' || per === 'contest'));
  const parts = [
    `${counted.length} vòng thi${counted.length < rounds.length ? ' và luyện tập' : ''}`,
    first ? `${questionsOf(first.blueprint)} câu trong ${lengthOf(first.minutes ?? 0)}` : '',
    one === true ? 'mỗi người một lượt' : 'thi nhiều lượt',
    prediction ? 'có câu hỏi dự đoán' : '',
    overall === 'sum' ? 'cộng điểm các vòng' : overall === 'best' ? 'lấy vòng tốt nhất' : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

const lengthOf = (minutes: number): string =>
  Number.isInteger(minutes) ? `${minutes} phút` : `${Math.round(minutes * 60)} giây`;
