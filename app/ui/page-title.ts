import type { LoaderFunction, MetaFunction } from '@remix-run/node';
import type { Locale } from '#app/text/define-text.ts';
import { shellText } from '#app/text/shell.ts';

const localeOf = (rootData: unknown): Locale =>
  typeof rootData === 'object' && rootData !== null && 'locale' in rootData && rootData.locale === 'en' ? 'en' : 'vi';

/**
 * The meta export of a page: its <title>, in the language of the visitor, with the name of the site behind it, and what the
 * page is about in a sentence for search engines.
 * @param titleOf gives undefined where the page has no data; the error page then names itself
 * @param aboutOf what the page is about; the site in general where it is left out
 */
export const pageTitle =
  <L extends LoaderFunction>(
    titleOf: (locale: Locale, loaded: Parameters<MetaFunction<L>>[0]['data']) => string | undefined,
    aboutOf?: (locale: Locale, loaded: Parameters<MetaFunction<L>>[0]['data']) => string | undefined,
  ): MetaFunction<L> =>
  ({ data, matches, error }) => {
    const locale = localeOf(matches.find((match) => match.id === 'root')?.data);
    const title = error ? undefined : titleOf(locale, data);
    if (title === undefined) return [];
    const about = aboutOf?.(locale, data) ?? shellText[locale].siteAbout;
    return [{ title: shellText[locale].titleOf(title) }, { name: 'description', content: about }];
  };

/** The meta export of a page with a form: its title begins with "Lỗi: " where the form of this request came back with faults. */
export const formTitle =
  <L extends LoaderFunction>(
    titleOf: (locale: Locale, loaded: Parameters<MetaFunction<L>>[0]['data']) => string | undefined,
  ): MetaFunction<L> =>
  (args) => {
    const isFaulted = hasMark(args.data);
    return pageTitle<L>((locale, loaded) => {
      const title = titleOf(locale, loaded);
      return title !== undefined && isFaulted ? shellText[locale].errorTitlePrefix + title : title;
    })(args);
  };

const hasMark = (loaded: unknown): boolean =>
  typeof loaded === 'object' && loaded !== null && 'isFaulted' in loaded && loaded.isFaulted === true;
