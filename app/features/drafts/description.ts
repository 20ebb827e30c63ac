import type { ContestFileInput } from '#app/features/contests/index.server.ts';

type DeepPartial<T> = T extends readonly (infer Member)[]
  ? DeepPartial<Member>[]
  : T extends object
    ? { [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
    : T;

/** A contest description as far as it goes: the shape of a contest file in which anything may still be missing. */
export type Description = DeepPartial<ContestFileInput>;
export type DescribedRound = NonNullable<Description['rounds']>[number];
export type DescribedBlueprint = NonNullable<DescribedRound['blueprint']>;

/** Where something stands in a description: ['rounds', 0, 'opensAt']. */
export type DescriptionPath = readonly PropertyKey[];

/** Something to mend in a description before it can be published, or to look at. */
export interface DraftFault {
  readonly path: DescriptionPath;
  /** In Vietnamese. */
  readonly message: string;
  /** The message is a whole sentence; otherwise the name of the field goes before it. */
  readonly isSentence: boolean;
  readonly severity: 'error' | 'warning';
  /** Nothing stands there yet, as against something wrong. */
  readonly isMissing: boolean;
}

/** Every key of a description, in the order in which people write and read them; an export follows it. */
const KEY_ORDER = [
  'number',
  'slug',
  'name',
  'title',
  'isTemplate',
  'organizer',
  'audience',
  'kind',
  'opensAt',
  'closesAt',
  'minutes',
  'window',
  'lateArrival',
  'entryForMinutes',
  'entry',
  'minimumAge',
  'right',
  'wrong',
  'blank',
  'partial',
  'marking',
  'mustAnswerAll',
  'asks',
  'scope',
  'attempts',
  'limits',
  'counted',
  'overall',
  'prediction',
  'ranking',
  'boards',
  'frozenForMinutes',
  'keys',
  'graceSeconds',
  'units',
  'criteria',
  'minimumHeadcount',
  'blocks',
  'excludesOrganizers',
  'accessCode',
  'consent',
  'categories',
  'rounds',
  'blueprint',
  'sections',
  'optionsShown',
  'quotas',
  'topic',
  'lesson',
  'difficulty',
  'tag',
  'interaction',
  'count',
  'per',
  'marks',
];

const placeOfKey = (key: string): number => {
  const place = KEY_ORDER.indexOf(key);
  return place === -1 ? KEY_ORDER.length : place;
};

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number =>
  placeOfKey(a) - placeOfKey(b) || (a < b ? -1 : a > b ? 1 : 0);

/** The same data with keys in the order of descriptions and nothing that is undefined. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.toSorted(byKey).map(([key, member]) => [key, ordered(member)]));
}

/**
 * The description with the numbers that its rounds get when it is published: 1, 2, 3 in a new contest. A published contest
 * keeps the numbers that it has, as they name its rounds; rounds are put in their order, and new ones follow the highest.
 * @param published numbers of the rounds of the contest that is changed; undefined for a new one
 */
export function withFinalNumbers(description: Description, published: readonly number[] | undefined): Description {
  const rounds = description.rounds;
  if (!rounds) return description;
  const kept = rounds
    .flatMap(({ number }) => (number !== undefined && published?.includes(number) ? [number] : []))
    .toSorted((a, b) => a - b);
  let next = published ? Math.max(0, ...published) : 0;
  const numbers = rounds.map((_, index) => (published ? kept[index] : undefined) ?? (next += 1));
  return { ...description, rounds: rounds.map((round, index) => ({ ...round, number: numbers[index] })) };
}

/** The number that a new round of a draft gets: it names the round as long as the draft is worked on. */
export const nextNumber = (rounds: readonly DescribedRound[]): number =>
  Math.max(0, ...rounds.map((round) => round.number ?? 0)) + 1;

/** How many questions a paper has, as far as the description goes. */
export const questionsOf = (blueprint: DescribedBlueprint | undefined): number =>
  (blueprint?.sections ?? []).flatMap((each) => each.quotas ?? []).reduce((sum, { count = 0 }) => sum + count, 0);

/** What stands at a path of some data; undefined where there is nothing. */
export function valueAt(value: unknown, path: DescriptionPath): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}
