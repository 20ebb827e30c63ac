import { Link } from '@remix-run/react';
import { INTERACTIONS } from '#app/domain/items/item.ts';
import { paths } from '#app/paths.ts';
import { bankText } from '#app/text/bank.ts';
import { blueprintText } from '#app/text/blueprint.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { bankAddress, bankQueryOf } from './bank-address.ts';
import type { CoverageRow } from './get-coverage.server.ts';

const WHOLE_BANK = bankQueryOf(new URLSearchParams());

interface TableProps {
  readonly title: string;
  readonly rows: readonly CoverageRow[];
  readonly topicNames: Readonly<Record<string, string>>;
  /** The tag that all of them have, for the links. */
  readonly tag?: string;
}

/** Topic × difficulty × kind of answer: a number in every cell, darker where there are more, red where there is none. */
export function CoverageTable({ title, rows, topicNames, tag = '' }: TableProps) {
  const t = useText(blueprintText);
  const words = useText(bankText);
  const locale = useLocale();
  const kinds = INTERACTIONS.filter((kind) => rows.some(({ counts }) => counts[kind] > 0));
  const missing = INTERACTIONS.filter((kind) => !kinds.includes(kind)).map((kind) => words.interaction[kind]);
  const most = Math.max(1, ...rows.flatMap(({ counts }) => kinds.map((kind) => counts[kind])));
  const topics = [...new Set(rows.map(({ topicSlug }) => topicSlug))];
  const asked = (topic: string) => ({ state: 'published', topic, tag }) as const;
  const shade = (count: number): string => `heat--${count === 0 ? 0 : Math.min(4, Math.ceil((4 * count) / most))}`;
  return (
    <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="table heat">
        <caption>
          <strong>{title}.</strong> {missing.length > 0 && t.kindsMissing(missing.join(', '))}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              {t.topic}, {t.difficulty.toLowerCase()}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="is-number">
                {words.interaction[kind]}
              </th>
            ))}
            <th scope="col" className="is-number">
              {t.total}
            </th>
          </tr>
        </thead>
        {topics.map((topicSlug) => (
          <tbody key={topicSlug}>
            <tr className="heat__topic">
              <th scope="rowgroup" colSpan={kinds.length + 2} lang="vi">
                {topicNames[topicSlug] ?? topicSlug}
              </th>
            </tr>
            {rows
              .filter((row) => row.topicSlug === topicSlug)
              .map(({ difficulty, counts, total }) => (
                <tr key={difficulty}>
                  <th scope="row">{words.difficulty[difficulty]}</th>
                  {kinds.map((interaction) => (
                    <td key={interaction} className={shade(counts[interaction])}>
                      {counts[interaction] === 0 ? (
                        '0'
                      ) : (
                        <Link
                          to={paths.manageItems(
                            bankAddress(WHOLE_BANK, { ...asked(topicSlug), difficulty, interaction }),
                          )}
                        >
                          {formatNumber(counts[interaction], locale)}
                        </Link>
                      )}
                    </td>
                  ))}
                  <td className="is-total">{formatNumber(total, locale)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
