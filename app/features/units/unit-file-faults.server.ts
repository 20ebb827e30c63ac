import { startOfLocalDay, type Instant } from '#app/domain/kernel/time.ts';
import type { ContentFault } from '#app/platform/content-files.server.ts';
import type { LinkEntry, UnitEntry, UnitsFile } from './unit.schema.ts';

/** An entry with where it stands, so that a fault can be found. */
export interface PlacedEntry extends UnitEntry {
  readonly file: string;
  readonly lineOf: (field: string) => number;
  readonly defaults: Omit<UnitsFile, 'units' | 'links'>;
}

/** Units that one came out of, with where that stands. */
export interface PlacedLink extends LinkEntry {
  readonly file: string;
  readonly lineOf: (field: string) => number;
  readonly defaults: { readonly at: string; readonly source: string };
}

/** "2025-07-01" as the instant at which that day begins in Viet Nam. */
export const instantOf = (day: string): Instant => startOfLocalDay(Number(day.replaceAll('-', '')));

/** First and last day of a unit, with what its file says for all. */
export const daysOf = (entry: PlacedEntry): { from: string; to: string | undefined } => ({
  from: entry.validFrom ?? entry.defaults.validFrom,
  to: entry.validTo ?? entry.defaults.validTo,
});

/** What is wrong with units and links of all files together, in the order of the entries. */
export function faultsOf(entries: readonly PlacedEntry[], links: readonly PlacedLink[]): ContentFault[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const parents = new Set(entries.map((entry) => entry.parent));
  return [
    ...entries.flatMap((entry) => [...unitFaults(entry, byId, parents), ...versionFaults(entry, byId)]),
    ...linkFaults(links, byId),
  ];
}

type ById = ReadonlyMap<string, PlacedEntry>;

const faultAt = (entry: PlacedEntry, field: keyof UnitEntry, message: string): ContentFault => ({
  file: entry.file,
  line: entry.lineOf(field),
  field: `${entry.id}.${field}`,
  message,
});

function unitFaults(entry: PlacedEntry, byId: ById, parents: ReadonlySet<string | undefined>): ContentFault[] {
  const faults: ContentFault[] = [];
  const fault = (field: keyof UnitEntry, message: string): void => void faults.push(faultAt(entry, field, message));
  const { from, to } = daysOf(entry);
  if (byId.get(entry.id) !== entry) fault('id', 'mã đơn vị này đã dùng cho đơn vị khác');
  if (entry.parent !== undefined && !byId.has(entry.parent))
    fault('parent', `không có đơn vị cấp trên "${entry.parent}"`);
  else if (isInLoop(entry, byId)) fault('parent', 'đơn vị cấp trên tạo thành vòng lặp');
  if (entry.people !== undefined && parents.has(entry.id) && !entry.takesPeople)
    fault('people', 'đơn vị có đơn vị cấp dưới thì không ghi quân số riêng');
  if (entry.people !== undefined && !entry.defaults.headcount)
    fault('people', 'tệp phải có "headcount" nói số người này tính ngày nào, theo nguồn nào');
  if (to !== undefined && to <= from) fault('validTo', 'ngày kết thúc phải sau ngày bắt đầu');
  return faults;
}

function isInLoop(entry: PlacedEntry, byId: ById): boolean {
  const seen = new Set<string>();
  for (let at: UnitEntry | undefined = entry; at; at = at.parent === undefined ? undefined : byId.get(at.parent)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

function versionFaults(entry: PlacedEntry, byId: ById): ContentFault[] {
  const { from, to } = daysOf(entry);
  let last = from;
  return (entry.versions ?? []).flatMap(({ until, parent }) => {
    const messages = [
      ...(until <= last || (to !== undefined && until >= to)
        ? ['các lần thay đổi phải theo thứ tự thời gian, sau ngày bắt đầu và trước ngày kết thúc của đơn vị']
        : []),
      ...(parent !== undefined && (!byId.has(parent) || parent === entry.id)
        ? [`không có đơn vị cấp trên "${parent}"`]
        : []),
    ];
    last = until;
    return messages.map((message) => faultAt(entry, 'versions', message));
  });
}

function linkFaults(links: readonly PlacedLink[], byId: ById): ContentFault[] {
  const seen = new Set<string>();
  return links.flatMap((link) => {
    const fault = (field: keyof LinkEntry, message: string): ContentFault => ({
      file: link.file,
      line: link.lineOf(field),
      field: `links.${link.to}.${field}`,
      message,
    });
    const at = link.at ?? link.defaults.at;
    const target = byId.get(link.to);
    if (!target) return fault('to', `không có đơn vị "${link.to}"`);
    const ends = daysOf(target);
    if (at < ends.from || (ends.to !== undefined && at >= ends.to))
      return fault('at', `ngày ${at} đơn vị "${link.to}" không hoạt động`);
    return link.from.flatMap((fromId) => {
      const source = byId.get(fromId);
      const pair = `${fromId} ${link.to}`;
      const isTwice = seen.has(pair);
      seen.add(pair);
      if (!source || fromId === link.to) return fault('from', `không có đơn vị "${fromId}"`);
      if (isTwice) return fault('from', `đơn vị "${fromId}" đã được ghi là tiền thân của "${link.to}"`);
      return daysOf(source).from >= at ? fault('from', `trước ngày ${at} chưa có đơn vị "${fromId}"`) : [];
    });
  });
}
