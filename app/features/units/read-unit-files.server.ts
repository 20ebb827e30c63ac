import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { childPath } from '#app/domain/units/tree.ts';
import { treeAt, type UnitHistory, type UnitVersion } from '#app/domain/units/tree-at.ts';
import { ContentError, listContent, readYaml } from '#app/platform/content-files.server.ts';
import { daysOf, faultsOf, instantOf, type PlacedEntry, type PlacedLink } from './unit-file-faults.server.ts';
import { UnitsFile, type UnitEntry } from './unit.schema.ts';
import type { Headcount } from './unit.repo.server.ts';

/** A unit as content/units tells it. */
export interface FiledUnit extends UnitHistory {
  readonly parentId: string | undefined;
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  /** Its own block, or that of the nearest unit above that names one. */
  readonly block: string | undefined;
  readonly guidance: string;
  readonly takesPeople: boolean;
}

/** One step from a unit to what came out of it, as content/units tells it. */
export interface FiledLink {
  readonly fromId: string;
  readonly toId: string;
  readonly at: Instant;
  readonly isMain: boolean;
  readonly source: string;
}

/** The trees of content/units, checked; parents before children. */
export interface UnitFiles {
  readonly units: readonly FiledUnit[];
  readonly headcounts: readonly Headcount[];
  readonly links: readonly FiledLink[];
}

/**
 * Reads and checks every file of content/units.
 * @throws ContentError with every fault: double ids, parents that do not exist, loops, figures above the leaves, links to nowhere
 */
export function readUnitFiles(): UnitFiles {
  const files = listContent('units', '.yml').map(placedFile);
  const entries = files.flatMap((file) => file.entries);
  const links = files.flatMap((file) => file.links);
  const faults = faultsOf(entries, links);
  if (faults.length > 0) throw new ContentError(faults);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const units = entries.map((entry) => unitOf(entry, byId)).toSorted((a, b) => depthOf(a) - depthOf(b));
  checkEveryTree(units, entries);
  return { units, headcounts: entries.flatMap(headcountOf), links: links.flatMap(linksOf) };
}

function placedFile(file: string): { entries: PlacedEntry[]; links: PlacedLink[] } {
  const { value, lineOf } = readYaml(file, UnitsFile);
  const { units, links, ...defaults } = value;
  return {
    entries: units.map((entry, index) => ({
      ...entry,
      file,
      defaults,
      lineOf: (field: string) => lineOf(['units', index, field]),
    })),
    links: (links?.entries ?? []).map((entry, index) => ({
      ...entry,
      file,
      defaults: links as { at: string; source: string },
      lineOf: (field: string) => lineOf(['links', 'entries', index, field]),
    })),
  };
}

/** Parents of earlier years can make a loop that those of today do not have. */
function checkEveryTree(units: readonly FiledUnit[], entries: readonly PlacedEntry[]): void {
  const changes = new Set(units.flatMap(({ versions }) => versions.slice(1).map(({ validFrom }) => validFrom)));
  for (const change of changes) {
    try {
      treeAt(units, change - 1);
    } catch (error) {
      const entry = entries.find(({ versions }) => versions !== undefined) as PlacedEntry;
      const message = `đơn vị cấp trên của các năm trước tạo thành vòng lặp (${(error as Error).message})`;
      throw new ContentError([
        { file: entry.file, line: entry.lineOf('versions'), field: `${entry.id}.versions`, message },
      ]);
    }
  }
}

function unitOf(entry: PlacedEntry, byId: ReadonlyMap<string, UnitEntry>): FiledUnit {
  const line: UnitEntry[] = [];
  for (let at: UnitEntry | undefined = entry; at; at = at.parent === undefined ? undefined : byId.get(at.parent))
    line.unshift(at);
  const { from, to } = daysOf(entry);
  return {
    id: entry.id,
    parentId: entry.parent,
    path: line.reduce<string | undefined>((path, step) => childPath(path, step.id), undefined) as string,
    name: tidy(entry.name),
    kind: entry.kind,
    block: line.findLast((step) => step.block !== undefined)?.block,
    validFrom: instantOf(from),
    validTo: to === undefined ? undefined : instantOf(to),
    versions: versionsOf(entry, instantOf(from)),
    guidance: tidy(entry.guidance ?? ''),
    takesPeople: entry.takesPeople ?? false,
  };
}

/** Each earlier version until its day, and what the entry says itself after the last. */
function versionsOf(entry: PlacedEntry, validFrom: Instant): UnitVersion[] {
  const states = [...(entry.versions ?? []), {}];
  const starts = [validFrom, ...(entry.versions ?? []).map(({ until }) => instantOf(until))];
  return states.map((state: Partial<UnitEntry>, index) => ({
    validFrom: starts[index] as Instant,
    parentId: state.parent ?? entry.parent,
    name: tidy(state.name ?? entry.name),
    kind: state.kind ?? entry.kind,
    block: state.block ?? entry.block,
    code: state.code ?? entry.code,
  }));
}

function headcountOf({ id, people, defaults }: PlacedEntry): Headcount[] {
  if (people === undefined || !defaults.headcount) return [];
  const { category, asOf, source, sample } = defaults.headcount;
  return [{ unitId: id, category, asOf: new Date(instantOf(asOf)), people, source, isSample: sample }];
}

const linksOf = ({ to, from, main, at, source, defaults }: PlacedLink): FiledLink[] =>
  from.map((fromId) => ({
    fromId,
    toId: to,
    at: instantOf(at ?? defaults.at),
    isMain: main ?? true,
    source: source ?? defaults.source,
  }));

const depthOf = (unit: FiledUnit): number => unit.path.split('/').length;
