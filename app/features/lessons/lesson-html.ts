import type { LessonSection } from '#app/domain/lessons/lesson.ts';

const MARKUP = /<[^>]+>/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x26;': '&',
  '&#x3C;': '<',
};

const plain = (html: string): string =>
  html.replace(MARKUP, '').replace(/&[a-zA-Z0-9#]+;/gu, (entity) => ENTITIES[entity] ?? entity);

/**
 * Prepares the sanitised HTML of a lesson for reading: second-level headings get ids to jump to, and tables stand in a frame
 * that can be scrolled by keyboard, with column headings that screen readers announce.
 */
export function prepareLessonHtml(html: string): { html: string; sections: LessonSection[] } {
  const sections: LessonSection[] = [];
  const prepared = html
    .replace(/<h2>([\s\S]*?)<\/h2>/gu, (_, heading: string) => {
      const section = { id: `muc-${sections.length + 1}`, title: plain(heading) };
      sections.push(section);
      return `<h2 id="${section.id}" tabindex="-1">${heading}</h2>`;
    })
    .replaceAll('<table>', '<div class="prose__table" role="region" aria-label="Bảng" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replace(/<th(?=[ >])/gu, '<th scope="col"');
  return { html: prepared, sections };
}

/** Words of a Markdown text as a reader meets them: what separates them is white space, marks of the markup do not count. */
export const countWords = (markdown: string): number =>
  markdown.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
