import { oneLine } from './texts.server.ts';

/**
 * The path of a category of Moodle without what only Moodle means by it: the context ($course$) and the unseen top category.
 * A slash within a name is written twice.
 */
export function categoryPath(written: string): string {
  const names = written
    .replaceAll('//', '\uFDD0')
    .split('/')
    .map((name) => oneLine(name.replaceAll('\uFDD0', '/')));
  const [first = '', second = ''] = names;
  const withoutContext = /^\$\w+\$$/u.test(first) ? names.slice(1) : names;
  const isTop = (/^\$\w+\$$/u.test(first) ? second : first) === 'top';
  return (isTop ? withoutContext.slice(1) : withoutContext).filter((name) => name !== '').join('/');
}

/** The path of a topic and lesson as a category; a lesson has a place in its topic only. */
export const categoryOf = (topic = '', lesson = ''): string =>
  ['$course$', 'top', topic, topic === '' ? '' : lesson]
    .filter((name) => name !== '')
    .map((name) => oneLine(name).replaceAll('/', '//'))
    .join('/');
