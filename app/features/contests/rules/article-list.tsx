import { rulesResultsText } from '#app/text/rules-results.ts';
import { useText } from '#app/ui/locale.tsx';
import type { Article, Clause } from './article.ts';

/** The articles of the rules, numbered, each with its numbered clauses: "Điều 7. …", 1, 2, 3. */
export function ArticleList({ articles }: { articles: readonly Article[] }) {
  const t = useText(rulesResultsText);
  return (
    <div className="articles">
      {articles.map(({ id, title, clauses }, index) => (
        <section className="article" aria-labelledby={id} key={id}>
          <h2 className="article__title" id={id}>
            {t.article(index + 1, title)}
          </h2>
          <ol className="clauses">
            {numbered(clauses).map(({ key, clause }) => (
              <li key={key}>
                <ClauseView clause={clause} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Links to all articles, folded, for a page that is long on a phone. */
export function ArticleIndex({ articles }: { articles: readonly Article[] }) {
  const t = useText(rulesResultsText);
  return (
    <details className="fold no-print">
      <summary>{t.contents}</summary>
      <ul className="article-index">
        {articles.map(({ id, title }, index) => (
          <li key={id}>
            <a href={`#${id}`}>{t.article(index + 1, title)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

const numbered = (clauses: readonly Clause[]): { key: string; clause: Clause }[] =>
  clauses.map((clause, index) => ({ key: `${index + 1}`, clause }));

function ClauseView({ clause }: { clause: Clause }) {
  switch (clause.kind) {
    case 'text':
      return <p>{clause.text}</p>;
    case 'list': {
      const List = clause.isOrdered ? 'ol' : 'ul';
      return (
        <>
          <p>{clause.text}</p>
          <List className={clause.isOrdered ? 'clause-list clause-list--ordered' : 'clause-list'}>
            {clause.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </List>
        </>
      );
    }
    case 'quote':
      return (
        <>
          <p>{clause.text}</p>
          <blockquote className="clause-quote" lang="vi">
            {clause.quote}
          </blockquote>
        </>
      );
    case 'codes':
      return (
        <>
          <p>{clause.text}</p>
          <dl className="clause-codes">
            {clause.codes.map(({ name, code }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{code}</code>
                </dd>
              </div>
            ))}
          </dl>
        </>
      );
    case 'table':
      return <ClauseTable table={clause} />;
  }
}

function ClauseTable({ table }: { table: Extract<Clause, { kind: 'table' }> }) {
  const { caption, columns, rows } = table;
  const look = (index: number): string | undefined => (columns[index]?.isNumber ? 'is-number' : undefined);
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table table--rules">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name }, index) => (
              <th scope="col" className={look(index)} key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={`${number + 1}`}>
              {row.map((cell, index) => (
                <td className={look(index)} key={columns[index]?.name}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
