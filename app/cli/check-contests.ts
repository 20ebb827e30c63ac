import { poolItemOf } from '#app/domain/contests/draw-form.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import {
  descriptionFaults,
  readContestSources,
  type AuthoredContest,
  type DescriptionFault,
  type KnownContent,
  type KnownTopic,
} from '#app/features/contests/index.server.ts';
import type { AuthoredItem } from '#app/features/items/index.server.ts';
import { readUnitFiles } from '#app/features/units/index.server.ts';
import { ContentError, fieldName, type ContentFault } from '#app/platform/content-files.server.ts';
import type { Known } from './check-items.ts';

/**
 * What is wrong with the contest descriptions, each by itself and against all other content, and with the unit trees that
 * they refer to.
 * @param items contest and practice questions: each kind of round draws its own
 */
export function contestFaults(
  known: Known,
  items: readonly AuthoredItem[],
): { faults: ContentFault[]; warnings: ContentFault[] } {
  const { contests, faults: shapeFaults } = readContestSources();
  const units = readUnits();
  const content = {
    ...units.known,
    topics: topicsOf(known),
    pool: items.map(({ id, place, body }) => poolItemOf(id, place, body)),
  };
  // why: where the trees have faults of their own, nothing can be said of who is named.
  const namesUnits = ({ path: [first] }: DescriptionFault): boolean => first === 'entry' || first === 'blocks';
  const found = contests.flatMap((contest) =>
    descriptionFaults(contest.value, content)
      .filter((fault) => units.faults.length === 0 || !namesUnits(fault))
      .map(({ path, message, severity }) => ({ severity, fault: faultAt(contest, path, message) })),
  );
  const of = (wanted: 'error' | 'warning'): ContentFault[] =>
    found.flatMap(({ severity, fault }) => (severity === wanted ? fault : []));
  return {
    faults: [...shapeFaults, ...units.faults, ...twinFaults(contests), ...of('error')],
    warnings: of('warning'),
  };
}

const faultAt = (
  { file, lineOf }: AuthoredContest,
  path: readonly (string | number)[],
  message: string,
): ContentFault => ({ file, line: lineOf(path), field: fieldName(path), message });

/** Two files that would be one contest. */
function twinFaults(contests: readonly AuthoredContest[]): ContentFault[] {
  const seen = new Map<string, AuthoredContest>();
  return contests.flatMap((contest) => {
    const { slug } = contest.value;
    const other = seen.get(slug);
    if (!other) seen.set(slug, contest);
    return other ? faultAt(contest, ['slug'], `tên đường dẫn này đã dùng ở content/${other.file}`) : [];
  });
}

/** The unit trees. */
function readUnits(): { known: Pick<KnownContent, 'units' | 'blocks'>; faults: readonly ContentFault[] } {
  try {
    const { units } = readUnitFiles();
    return {
      known: {
        units: new Map(units.map(({ id, name, path }) => [id, { name, pathIds: idsOfPath(path) }])),
        blocks: new Set(units.flatMap(({ block }) => block ?? [])),
      },
      faults: [],
    };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { known: { units: new Map(), blocks: new Set() }, faults: error.faults };
  }
}

/** Topics and lessons, also those that could not be read: they have faults of their own. */
function topicsOf({ topics, unreadable }: Known): Map<string, KnownTopic> {
  const known = new Map(
    topics.map(({ slug, data, lessons }) => {
      const titles = new Map(lessons.map((lesson) => [lesson.slug, lesson.data.title]));
      return [slug, { title: data.shortTitle, lessons: titles }];
    }),
  );
  for (const name of unreadable) {
    const [topic = '', lesson] = name.split('/');
    const found = known.get(topic) ?? { title: topic, lessons: new Map<string, string>() };
    if (lesson !== undefined) found.lessons.set(lesson, lesson);
    known.set(topic, found);
  }
  return known;
}
