import type { ImportReport, ImportRow } from '#app/domain/exchange/import-row.ts';
import type { FileNote } from '#app/domain/exchange/parsed-file.ts';
import { shufflesOptions, TEXT_RULES } from '#app/domain/items/item.ts';
import { noteSentence } from '#app/text/file-notes.ts';
import { fractionOf } from '../formats/shared/weights.ts';

const noteOf = (note: FileNote) => ({ ...note, sentence: noteSentence(note, 'vi') });

/** A row of the report for programs: everything that was read, with weights as fractions −1..1. The shape is promised. */
export function machineRow({ number, item, verdict, itemId, place, notes, findings, twinOf }: ImportRow) {
  const { body } = item;
  const keys = new Set(body.key);
  const isWhole = body.interaction !== 'order' && body.interaction !== 'match';
  return {
    number,
    at: item.at,
    externalId: item.externalId,
    name: body.name ?? '',
    interaction: body.interaction,
    prompt: body.prompt,
    options: body.options.map((option) => ({
      id: option.id,
      text: option.text,
      ...(isWhole ? { isKey: keys.has(option.id), fraction: fractionOf(body, option) } : {}),
      ...(option.tolerance === undefined ? {} : { tolerance: option.tolerance }),
      rationale: option.rationale ?? '',
    })),
    targets: (body.targets ?? []).map(({ id, text }) => ({ id, text })),
    key: body.key,
    shuffles: shufflesOptions(body),
    ...(body.interaction === 'textEntry' ? { textRules: body.textRules ?? TEXT_RULES } : {}),
    ...(body.unit === undefined ? {} : { unit: body.unit }),
    rationale: body.rationale,
    source: body.source,
    topic: place?.topicSlug ?? '',
    lesson: place?.lessonSlug ?? '',
    difficulty: place?.difficulty ?? item.place.difficulty ?? '',
    tags: place?.tags ?? item.place.tags,
    category: item.place.topic,
    contested: item.contested,
    state: verdict,
    ...(itemId === undefined ? {} : { itemId }),
    ...(twinOf === undefined ? {} : { twinOf }),
    notes: notes.map(noteOf),
    findings,
  };
}

/** The report of one file for programs. */
export function machineReport(file: string, report: ImportReport, rows: readonly ImportRow[]) {
  return {
    file,
    format: report.format,
    counts: {
      read: report.rows,
      ...report.verdicts,
      warned: report.warned,
      similar: report.similar,
      images: report.images,
      notTaken: report.notes.filter(({ level }) => level === 'error').length,
    },
    notes: report.notes.map(noteOf),
    rows: rows.map(machineRow),
    ...(report.result ? { result: report.result } : {}),
  };
}
