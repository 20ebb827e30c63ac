import { useLocale } from '#app/ui/locale.tsx';
import { ArticleList } from './article-list.tsx';
import type { RulesDescription } from './article.ts';
import { rulesArticles } from './rules-articles.ts';

/** The rules of a description, stored or not: the preview of an editor. Public pages are given finished articles instead. */
export function RulesArticles(description: RulesDescription) {
  return <ArticleList articles={rulesArticles(description, useLocale())} />;
}
