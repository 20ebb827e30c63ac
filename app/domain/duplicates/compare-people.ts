import { foldedNameOf, nameKey } from '../rosters/person-name.ts';

/** What speaks for two accounts being one person. */
export const DUPLICATE_REASONS = [
  'name',
  'similarName',
  'nameOrder',
  'birthYear',
  'unit',
  'device',
  'network',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** An account as comparing looks at it. */
export interface ComparedPerson {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitId: string;
  /** Keyed hashes of devices and networks that it was seen at in contests, as far as they are still kept. */
  readonly devices: ReadonlySet<string>;
  readonly networks: ReadonlySet<string>;
}

export interface Likeness {
  readonly reasons: readonly DuplicateReason[];
  /** 0..1 */
  readonly strength: number;
}

/** By how many years two accounts of one person may differ, where somebody mistyped the year. */
const YEARS_APART = 2;

/**
 * How alike two accounts are; undefined where nothing is to be looked at. Everything starts from the name. In one unit a name that is
 * the same, nearly the same or in another order is enough with the year of birth. Elsewhere the same name and year say nothing in a
 * country of common names, until a device speaks for it too. Device and network never say anything by themselves.
 */
export function likenessOf(a: ComparedPerson, b: ComparedPerson): Likeness | undefined {
  const name = nameLikeness(a.fullName, b.fullName);
  if (!name) return undefined;
  const isSameYear = a.birthYear === b.birthYear;
  const isSameUnit = a.unitId === b.unitId;
  const hasDevice = shares(a.devices, b.devices);
  const hasNetwork = shares(a.networks, b.networks);
  const isExact = name.reason === 'name';
  if (!isSameYear && (!isExact || Math.abs(a.birthYear - b.birthYear) > YEARS_APART || !isSameUnit)) return undefined;
  if (!isSameUnit && !(isExact && hasDevice)) return undefined;
  const strength =
    name.weight * (isSameYear ? 1 : 0.6) * (isSameUnit ? 1 : 0.7) + (hasDevice ? 0.1 : 0) + (hasNetwork ? 0.02 : 0);
  return {
    reasons: [
      name.reason,
      ...(isSameYear ? (['birthYear'] as const) : []),
      ...(isSameUnit ? (['unit'] as const) : []),
      ...(hasDevice ? (['device'] as const) : []),
      ...(hasNetwork ? (['network'] as const) : []),
    ],
    strength: Math.round(Math.min(1, strength) * 100) / 100,
  };
}

function nameLikeness(a: string, b: string): { reason: DuplicateReason; weight: number } | undefined {
  const [keyA, keyB] = [nameKey(a), nameKey(b)];
  if (keyA === keyB) return { reason: 'name', weight: 0.85 };
  const [foldedA, foldedB] = [foldedNameOf(a), foldedNameOf(b)];
  if (foldedA === foldedB) {
    // why less: "Hùng" and "Hưng" are two names; somebody who typed no marks at all may be either.
    const isUnmarked = keyA === foldedA || keyB === foldedB;
    return isUnmarked ? { reason: 'name', weight: 0.8 } : { reason: 'similarName', weight: 0.5 };
  }
  if (sortedWords(foldedA) === sortedWords(foldedB)) return { reason: 'nameOrder', weight: 0.6 };
  return isOneLetterApart(foldedA, foldedB) ? { reason: 'similarName', weight: 0.45 } : undefined;
}

/** The words of a folded name in the order of the alphabet: the same for every order of them. */
export const sortedWords = (folded: string): string => folded.split(' ').toSorted().join(' ');

/**
 * Texts that two folded names have in common where one letter was typed wrong, left out or added: each name, and the name without one
 * of its letters.
 */
export const oneLetterKeys = (folded: string): string[] => [
  folded,
  ...Array.from({ length: folded.length }, (_, at) => folded.slice(0, at) + folded.slice(at + 1)),
];

/** Whether two texts differ by one letter that was typed wrong, left out or added. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.slice(at + 1);
  return short.length === long.length ? short.slice(at + 1) === rest : short.slice(at) === rest;
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const each of a) if (b.has(each)) return true;
  return false;
};
