import type { LockedChange } from '#app/domain/contests/locks.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitIndex, getUnitNames } from '#app/features/units/index.server.ts';
import {
  checkDescription,
  findPublished,
  type CheckedDescription,
  type Published,
} from './check-description.server.ts';
import type { CheckedAgainst } from './consistency-faults.server.ts';
import type { DraftFault } from './description.ts';
import { findDraft, findDrafts, type Draft } from './draft.repo.server.ts';
import { baseOf, hasPlace, type SectionPlace } from './save-section.server.ts';
import { sectionOf } from './sections/section-of.ts';
import {
  placeOfPath,
  SECTION_NAMES,
  unitIdsIn,
  type FaultPlace,
  type FormValue,
  type SectionName,
} from './sections/section.ts';

/** How far a section is. */
export type SectionState = 'done' | 'missing' | 'faulty';

/** What every page of a draft says at its head. */
export interface DraftHead {
  readonly id: string;
  readonly title: string;
  readonly contestSlug: string | undefined;
  readonly version: number;
  readonly updatedAt: Instant;
}

/** A fault with the place where it is mended. */
export interface PlacedFault extends Omit<DraftFault, 'path'>, FaultPlace {
  readonly path: (string | number)[];
}

/** The overview of a draft. */
export interface DraftOverview extends DraftHead {
  readonly slug: string | undefined;
  readonly sections: readonly { readonly name: SectionName; readonly state: SectionState }[];
  readonly rounds: readonly RoundHead[];
  readonly faults: readonly PlacedFault[];
  readonly locked: readonly LockedChange[];
}

export interface RoundHead {
  readonly number: number;
  readonly title: string;
  readonly kind: 'contest' | 'practice';
}

/** A loaded draft with what it is worth. */
export interface LoadedDraft extends CheckedDescription {
  readonly draft: Draft;
  readonly published: Published | undefined;
}

/** A draft with its faults; undefined when there is none. */
export async function loadDraft(draftId: string, against: CheckedAgainst): Promise<LoadedDraft | undefined> {
  const draft = await findDraft(draftId);
  if (!draft) return undefined;
  const published = await findPublished(draft.contestSlug);
  return { draft, published, ...(await checkDescription(draft.description, published, against)) };
}

/** What the page of a draft shows; undefined when there is none. */
export async function getDraft(draftId: string, against: CheckedAgainst): Promise<DraftOverview | undefined> {
  const loaded = await loadDraft(draftId, against);
  if (!loaded) return undefined;
  const faults = loaded.faults.map(placed);
  return {
    ...headOf(loaded.draft),
    slug: loaded.draft.description.slug,
    sections: sectionStates(loaded.faults),
    rounds: roundsOf(loaded.draft),
    faults,
    locked: loaded.locked,
  };
}

/** One section of a draft, to edit. */
export interface SectionView extends DraftHead {
  readonly form: FormValue;
  readonly base: string;
  readonly faults: readonly PlacedFault[];
  readonly rounds: readonly RoundHead[];
  readonly sections: DraftOverview['sections'];
  /** Place of the round in the list, on the pages of papers. */
  readonly roundIndex: number | undefined;
  /** Number of the round whose paper it is; 0 elsewhere. */
  readonly round: number;
  /** Marks of a right answer, for papers. */
  readonly right: number;
  readonly slug: string | undefined;
  /** Names of the contest's own blocks, or where it has none those of the unit tree. */
  readonly blocks: readonly string[];
  /** Names of the units that the form has. */
  readonly unitNames: Readonly<Record<string, string>>;
}

/** What the page of a section shows; undefined when there is no such draft or round. @param asked 0 for the first round */
export async function getSection(
  draftId: string,
  asked: SectionPlace,
  against: CheckedAgainst,
): Promise<SectionView | undefined> {
  const loaded = await loadDraft(draftId, against);
  if (!loaded) return undefined;
  const { draft } = loaded;
  const rounds = roundsOf(draft);
  const place = { ...asked, round: asked.round === 0 ? (rounds[0]?.number ?? 0) : asked.round };
  if (place.round !== 0 && !hasPlace(draft.description, place)) return undefined;
  const index = rounds.findIndex(({ number }) => number === place.round);
  const isHere = ({ section, roundIndex }: FaultPlace): boolean =>
    section === place.section && (section !== 'papers' || roundIndex === index);
  const form = sectionOf(place.section).toForm(draft.description, place.round);
  const names = await getUnitNames(unitIdsIn(form));
  return {
    ...headOf(draft),
    form,
    round: place.round,
    base: baseOf(draft.description, place),
    faults: loaded.faults.map(placed).filter(isHere),
    rounds,
    sections: sectionStates(loaded.faults),
    roundIndex: place.section === 'papers' && index >= 0 ? index : undefined,
    right: draft.description.marking?.right ?? 1,
    slug: draft.description.slug,
    blocks: await blocksOf(draft, against.now),
    unitNames: Object.fromEntries(names),
  };
}

async function blocksOf({ description }: Draft, now: Instant): Promise<string[]> {
  const own = (description.blocks ?? []).flatMap(({ name }) => name ?? []);
  if (own.length > 0) return own;
  return [...new Set([...(await getUnitIndex(now)).values()].flatMap(({ block }) => block ?? []))];
}

/** Drafts in work, the one that was changed last first. */
export const listDrafts = async (): Promise<DraftHead[]> => (await findDrafts()).map(headOf);

function sectionStates(faults: readonly DraftFault[]): DraftOverview['sections'] {
  const all = faults.map(placed);
  return SECTION_NAMES.map((name) => ({ name, state: stateOf(all.filter(({ section }) => section === name)) }));
}

const headOf = ({ id, title, contestSlug, version, updatedAt }: Draft): DraftHead => ({
  id,
  title,
  contestSlug,
  version,
  updatedAt,
});

const roundsOf = ({ description }: Draft): RoundHead[] =>
  (description.rounds ?? []).map(({ number = 0, title = '', kind = 'contest' }) => ({ number, title, kind }));

const placed = ({ path, ...fault }: DraftFault): PlacedFault => ({
  ...fault,
  path: path.map((step) => (typeof step === 'number' ? step : String(step))),
  ...placeOfPath(path),
});

function stateOf(faults: readonly PlacedFault[]): SectionState {
  const errors = faults.filter((fault) => fault.severity === 'error');
  if (errors.some((fault) => !fault.isMissing)) return 'faulty';
  return errors.length > 0 ? 'missing' : 'done';
}

/** The version of a draft as it is now; undefined when there is none. */
export const versionOfDraft = async (draftId: string): Promise<number | undefined> =>
  (await findDraft(draftId))?.version;
