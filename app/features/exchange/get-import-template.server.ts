import type { WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { writeTemplate } from './formats/xlsx/write-template.server.ts';
import { knownTopics } from './known-topics.server.ts';

/** The workbook that clerks fill in, with the topics and lessons that there are. */
export async function getImportTemplate(): Promise<WrittenFile> {
  const topics = await knownTopics();
  return writeTemplate({
    topics: topics.map(({ titles, slug }) => titles[0] ?? slug),
    lessons: topics.flatMap(({ lessons }) => lessons.map(({ titles, slug }) => titles[0] ?? slug)),
  });
}
