import type { z } from 'zod';
import type { Source } from '#app/domain/lessons/lesson.ts';
import { ContentError, listContent, readYaml, type ContentFault } from '#app/platform/content-files.server.ts';
import { FactFile, SourceFile } from './topic.schema.ts';

/** What content holds to be true, with its place in its file. */
export type Fact = z.output<typeof FactFile>[number] & { readonly file: string; readonly line: number };

/** Whether a question may rest on the fact: it is neither weakly supported nor in dispute. */
export const isCitable = (fact: Fact): boolean => fact.certainty !== 'L' && fact.contested !== true;

/** Every fact of content/facts by id; a second fact with the same id is a fault. */
export function readFacts(): { facts: Map<string, Fact>; faults: ContentFault[] } {
  const facts = new Map<string, Fact>();
  const faults = eachFile('facts', (file) => {
    const { value, lineOf } = readYaml(file, FactFile);
    return value.flatMap((fact, index): ContentFault[] => {
      const line = lineOf([index]);
      const before = facts.get(fact.id);
      if (before)
        return [
          {
            file,
            line,
            field: `[${index}].id`,
            message: `mã ${fact.id} đã có ở content/${before.file}:${before.line}`,
          },
        ];
      facts.set(fact.id, { ...fact, file, line });
      return [];
    });
  });
  return { facts, faults };
}

/** Every source of content/sources by key; a second source with the same key is a fault. */
export function readSources(): { sources: Map<string, Source>; faults: ContentFault[] } {
  const sources = new Map<string, Source>();
  const faults = eachFile('sources', (file) => {
    const { value, lineOf } = readYaml(file, SourceFile);
    return Object.entries(value).flatMap(([key, source]): ContentFault[] => {
      if (sources.has(key))
        return [{ file, line: lineOf([key]), field: key, message: `khóa nguồn ${key} đã có ở tệp khác` }];
      sources.set(key, source);
      return [];
    });
  });
  return { sources, faults };
}

function eachFile(dir: string, read: (file: string) => ContentFault[]): ContentFault[] {
  return listContent(dir, '.yml').flatMap((file) => {
    try {
      return read(file);
    } catch (error) {
      if (error instanceof ContentError) return error.faults;
      throw error;
    }
  });
}
